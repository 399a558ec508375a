namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>
/// A right that one holder on this machine has at a time, in this process or another. It is a file opened for nobody else, which the
/// operating system closes when a process ends however it ends: a crash leaves no lock behind.
/// </summary>
internal sealed class FileLock(string path, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    // The holders of this process line up here, so that only processes compete for the file.
    private readonly SemaphoreSlim _local = new(1, 1);

    public async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _local.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (TryOpen() is { } file)
                {
                    return new Held(file, _local);
                }

                await Task.Delay(PollInterval, time, cancellationToken);
            }
        }
        catch
        {
            _local.Release();
            throw;
        }
    }

    /// <summary>The right, or null while somebody else has it.</summary>
    public IAsyncDisposable? TryEnter()
    {
        if (!_local.Wait(0, CancellationToken.None))
        {
            return null;
        }

        FileStream? file = null;
        try
        {
            file = TryOpen();
            return file is null ? null : new Held(file, _local);
        }
        finally
        {
            if (file is null)
            {
                _local.Release();
            }
        }
    }

    public void Dispose() => _local.Dispose();

    private FileStream? TryOpen()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private sealed class Held(FileStream file, SemaphoreSlim local) : IAsyncDisposable
    {
        private bool _released;

        public async ValueTask DisposeAsync()
        {
            if (!_released)
            {
                _released = true;
                await file.DisposeAsync();
                local.Release();
            }
        }
    }
}
