using System.Globalization;

namespace IntercomRag.Eval.Commands;

/// <summary>A line on standard error that shows how far the work is; only the beginnings where nobody watches.</summary>
internal sealed class Progress(TextWriter error, bool isWatched)
{
    private const int Width = 30;

    private readonly Lock _gate = new();
    private string _what = "";
    private int _total;
    private int _done;
    private int _shown = -1;

    public void Begin(string what, int total)
    {
        lock (_gate)
        {
            Finish();
            (_what, _total, _done, _shown) = (what, total, 0, -1);
            if (isWatched)
            {
                Show();
            }
            else
            {
                error.WriteLine(what + " …");
            }
        }
    }

    public void Step()
    {
        lock (_gate)
        {
            _done++;
            if (isWatched)
            {
                Show();
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            Finish();
            _what = "";
        }
    }

    private void Finish()
    {
        if (isWatched && _what.Length > 0)
        {
            error.WriteLine();
        }
    }

    private void Show()
    {
        if (_total == 0)
        {
            error.Write($"\r{_what} …");
            return;
        }

        var filled = Width * _done / _total;
        var percent = 100 * _done / _total;
        if (percent != _shown)
        {
            _shown = percent;
            error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{_what} [{new string('#', filled)}{new string('.', Width - filled)}] {percent,3} %"));
        }
    }
}
