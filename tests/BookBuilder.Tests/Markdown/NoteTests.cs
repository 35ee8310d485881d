namespace BookBuilder.Tests.Markdown;

/// <summary>Notes belong to their file; every mistake about them has its place.</summary>
public sealed class NoteTests
{
    [Fact]
    public void Notes_hold_blocks_and_their_marks_stand_anywhere()
    {
        Assert.Equal(
            """
            h1{~title} Titlenote(h)
            list Bullet 1
             -
              p itemnote(1)
            p Two marks.note(1)note(long)
            note 'h'
              p A.
            note '1'
              p B, https:
            note 'long'
              p First.
              p Second “quoted”.
              list Bullet 1
               -
                p a
              code : code
            """,
            Show.Blocks(
                """
                # Title[^h]

                - item[^1]

                Two marks.[^1][^long]

                [^h]: A.
                [^1]: B, https:
                [^long]:
                    First.

                    Second "quoted".

                    - a

                    ```
                    code
                    ```
                """));
    }

    [Fact]
    public void Inline_notes_have_made_up_labels_in_the_order_of_the_text() => Assert.Equal(
        """
        p Anote( 1) and bnote(x) and cnote( 2)
        note ' 1'
          p first em(one), [brackets] and link<https://a.b>(c)
        note ' 2'
          p second
        note 'x'
          p X
        """,
        Show.Blocks("A^[first *one*, [brackets] and [c](https://a.b)] and b[^x] and c^[second]\n\n[^x]: X"));

    [Fact]
    public void Duplicate_undefined_and_unused_notes_are_reported()
    {
        const string markdown = "# T\n\nA[^1] b[^on].\n\n[^1]: one\n[^one]: unused\n\n  [^1]: again\n";
        Assert.Equal(
            """
            BB1010 3,8 no note of this file is labelled 'on'
            BB1012 6,1 the note 'one' has no mark in the text and is not printed
            BB1011 8,3 the note '1' is defined a second time
            """,
            Show.Said(markdown));
        Assert.Equal("Anote(1) b[^on].", Show.Line(markdown));
        Assert.Contains("note '1'\n  p one", Show.Blocks(markdown));
        Assert.Equal("did you mean 'one'?", Show.Read(markdown).Diagnostics[0].Hints[0]);
    }

    [Fact]
    public void A_web_address_in_a_note_is_no_link_definition() =>
        Assert.Contains("note '1'\n  p link<https://a.b/c auto>(https://a.b/c)", Show.Blocks("x[^1]\n\n[^1]: https://a.b/c"));

    [Fact]
    public void A_note_ends_where_the_indent_ends() => Assert.Equal(
        "p xnote(1)\np after\nnote '1'\n  p one lazy",
        Show.Blocks("x[^1]\n\n[^1]: one\nlazy\n\nafter"));
}
