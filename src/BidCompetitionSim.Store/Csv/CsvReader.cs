namespace BidCompetitionSim.Store.Csv;

/// <summary>Reads comma-separated values line by line as bytes (RFC 4180; a line ends with LF or CR LF).</summary>
internal sealed class CsvReader(Stream stream)
{
    private const int LongestLine = 16 << 20;

    private readonly List<Range> _fields = [];
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;

    /// <summary>Number of the line read last, from 1; a line break inside of quotes does not count.</summary>
    public long Line { get; private set; }

    public int Count => _fields.Count;

    /// <summary>A field of the line read last, without its quotes.</summary>
    public ReadOnlySpan<byte> this[int field] => _buffer.AsSpan(_fields[field]);

    /// <summary>Reads the next line.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="FormatException">A quote is not closed, something follows one, or the line is too long.</exception>
    public bool Read()
    {
        var length = FindLine();
        if (length == 0) return false;
        Line++;
        _fields.Clear();
        Split(_start, _start + length);
        _start += length;
        return true;
    }

    /// <summary>Length of the next line with its end, as much of it as there is; reads on until it is whole.</summary>
    private int FindLine()
    {
        var quoted = false;
        for (var length = 0; ; length++)
        {
            if (_start + length == _end && !Fill(length))
                return quoted ? throw new FormatException($"line {Line + 1}: a quote is not closed") : length;
            var letter = _buffer[_start + length];
            if (letter == '"') quoted = !quoted;
            else if (letter == '\n' && !quoted) return length + 1;
        }
    }

    private bool Fill(int length)
    {
        if (length > LongestLine) throw new FormatException($"line {Line + 1}: longer than {LongestLine} bytes");
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    private void Split(int at, int end)
    {
        if (end > at && _buffer[end - 1] == '\n') end--;
        if (end > at && _buffer[end - 1] == '\r') end--;
        while (true)
        {
            at = at < end && _buffer[at] == '"' ? Quoted(at, end) : Plain(at, end);
            if (at == end) return;
            at++; // the comma
        }
    }

    private int Plain(int at, int end)
    {
        var comma = _buffer.AsSpan(at..end).IndexOf((byte)',');
        var to = comma < 0 ? end : at + comma;
        _fields.Add(at..to);
        return to;
    }

    /// <summary>Takes the quotes off in place.</summary>
    private int Quoted(int at, int end)
    {
        var from = ++at;
        for (var to = from; at < end; to++)
        {
            if (_buffer[at] == '"' && (++at == end || _buffer[at] != '"')) // of two quotes the second stands for both
            {
                _fields.Add(from..to);
                return at == end || _buffer[at] == ',' ? at : throw new FormatException($"line {Line}: text after a closing quote");
            }
            _buffer[to] = _buffer[at++];
        }
        throw new FormatException($"line {Line}: a quote is not closed");
    }
}
