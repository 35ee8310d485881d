// ANCHOR: open
fn open() {}
// ANCHOR_END: open
// ANCHOR: tuck
fn tuck() {
    // over one, under one
}
// ANCHOR_END: tuck
