using System.IO.MemoryMappedFiles;

namespace BookBuilder.Fuzz.Running;

/// <summary>The number of the input a worker is at, in a file that outlives the worker: so the campaign knows which input killed it, and which does not end.</summary>
internal sealed class Progress : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public Progress(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, 8);
        _view = _file.CreateViewAccessor(0, 8);
    }

    /// <summary>The input; -1 for none.</summary>
    public long At
    {
        get => _view.ReadInt64(0);
        set => _view.Write(0, value);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
