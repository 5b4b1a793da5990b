using System.Buffers;
using System.Globalization;

namespace Arize.TaskLint.Client.Spans;

/// <summary>
/// A stream of JSON, seen through a buffer that is as large as the value that is looked at. It finds where values begin and end, and
/// knows the line of each; what is in them is not checked here.
/// </summary>
/// <param name="stream">The bytes.</param>
/// <param name="most">How large a value may be that is taken as a whole, in bytes.</param>
internal sealed class JsonWindow(Stream stream, int most)
{
    private readonly Stream stream = stream;
    private const int FirstSize = 256 * 1024;
    private const int Least = 16 * 1024;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[]\n"u8);
    private static readonly SearchValues<byte> ScalarEnds = SearchValues.Create(",]} \t\r\n"u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\\n"u8);

    private byte[] buffer = new byte[FirstSize];
    private int start;
    private int end;
    private bool isAtEnd;

    /// <summary>How many bytes were passed.</summary>
    internal long Offset { get; private set; }

    /// <summary>The line of what comes next, from 1.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>How many blanks are before the value that <see cref="Peek"/> found last on its line; 0 if something else is.</summary>
    internal int Indent { get; private set; }

    /// <summary>Whether every value has to end on the line that it begins on.</summary>
    internal bool IsByLine { get; set; }

    /// <summary>The first bytes of what is left, at most as many as the buffer holds.</summary>
    internal ReadOnlySpan<byte> Ahead
    {
        get
        {
            while (end - start < Least && Fill(start))
            {
            }

            return buffer.AsSpan(start, end - start);
        }
    }

    /// <summary>What is left, as it is.</summary>
    internal Stream AsStream() => new Rest(this);

    /// <summary>Passes the blanks before the next token.</summary>
    /// <returns>Its first byte; -1 at the end.</returns>
    internal int Peek()
    {
        while (true)
        {
            var rest = buffer.AsSpan(start, end - start);
            var blanks = rest.IndexOfAnyExcept(" \t\r\n"u8);
            if (blanks != 0)
            {
                var before = blanks < 0 ? rest : rest[..blanks];
                Indent = before.LastIndexOf((byte)'\n') is >= 0 and var last ? before.Length - last - 1 : 0;
            }

            if (blanks >= 0)
            {
                Pass(blanks);
                return buffer[start];
            }

            Pass(rest.Length);
            if (!Fill(start))
                return -1;
        }
    }

    /// <summary>Passes bytes that were seen.</summary>
    internal void Pass(int count)
    {
        Line += buffer.AsSpan(start, count).Count((byte)'\n');
        start += count;
        Offset += count;
    }

    /// <summary>Passes what is left of the line, and lines that do not begin with <c>{</c>.</summary>
    /// <param name="indent">How many blanks are before it.</param>
    /// <returns>Whether there is such a line.</returns>
    internal bool SkipToNextObject(int indent)
    {
        while (true)
        {
            var line = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (line < 0)
            {
                Pass(end - start);
                if (!Fill(start))
                    return false;
                continue;
            }

            Pass(line + 1);
            while (end - start <= indent)
            {
                if (!Fill(start))
                    return false;
            }

            if (buffer[start + indent] == (byte)'{' && !buffer.AsSpan(start, indent).ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                Pass(indent);
                return true;
            }
        }
    }

    /// <summary>Passes the next value, which begins where <see cref="Peek"/> stopped.</summary>
    /// <param name="isKept">Whether the value is wanted; one that is not may be of any size.</param>
    /// <returns>Its bytes, until the next call.</returns>
    /// <exception cref="SampleException">It does not end, or is too large.</exception>
    internal ReadOnlySpan<byte> Take(bool isKept = true)
    {
        var (line, offset) = (Line, Offset);
        var isDropped = !isKept;
        var length = LengthOfValue(ref isDropped, line, offset);
        if (isDropped)
        {
            Pass(length);
            return isKept
                ? throw new SampleException(line, offset, string.Create(CultureInfo.InvariantCulture,
                    $"a value of more than {most / (1024 * 1024)} MiB is not read"))
                { IsPassed = true }
                : [];
        }

        var from = start;
        Pass(length);
        return buffer.AsSpan(from, length);
    }

    // What was looked at is dropped on the way where the value is too large, and what is left of it is the length.
    private int LengthOfValue(ref bool isDropped, long line, long offset)
    {
        var first = buffer[start];
        if (first is not ((byte)'{' or (byte)'[' or (byte)'"'))
            return LengthOfScalar();
        var (depth, isInText, at) = (0, false, 0);
        // The last byte before the end of a line that is no blank.
        while (true)
        {
            while (at >= end - start)
            {
                if (!isDropped && end - start > most)
                    isDropped = true;
                if (isDropped)
                {
                    at -= end - start;
                    Pass(end - start);
                }

                if (!Fill(start))
                    throw new SampleException(line, offset, "the file ends within a value") { IsAtEnd = true };
            }

            var rest = buffer.AsSpan(start + at, end - start - at);
            var next = rest.IndexOfAny(isInText ? InText : Marks);
            if (next < 0)
            {
                at += rest.Length;
                continue;
            }

            at += next + 1;
            switch (rest[next])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'\n' when isInText || IsByLine:
                    Pass(at - 1);
                    throw new SampleException(line, offset, isInText ? "a text is not closed on its line" : "the value does not end on its line");
                case (byte)'\n':
                    if (BeginsAnew(at))
                    {
                        Pass(at - 1);
                        throw new SampleException(line, offset, "the value does not end before the next one begins");
                    }

                    break;
                case (byte)'"':
                    isInText = !isInText;
                    if (!isInText && depth == 0)
                        return at;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    if (--depth == 0)
                        return at;
                    break;
            }
        }
    }

    // Within a value, an object at the beginning of a line follows a comma, a colon or a bracket.
    private bool BeginsAnew(int at)
    {
        if (start + at >= end && !Fill(start))
            return false;
        if (start + at >= end || buffer[start + at] != (byte)'{')
            return false;
        var before = buffer.AsSpan(start, at).TrimEnd(" \t\r\n"u8);
        return before.Length > 0 && before[^1] is not ((byte)',' or (byte)':' or (byte)'[');
    }

    private int LengthOfScalar()
    {
        var at = 0;
        while (true)
        {
            var next = buffer.AsSpan(start + at, end - start - at).IndexOfAny(ScalarEnds);
            if (next >= 0)
                return at + next;
            at = end - start;
            if (at > Least || !Fill(start))
                return at;
        }
    }

    // Makes room behind what is kept, and reads more.
    private bool Fill(int keptFrom)
    {
        if (isAtEnd)
            return false;
        var kept = end - keptFrom;
        if (keptFrom > 0 && kept <= buffer.Length / 2)
        {
            buffer.AsSpan(keptFrom, kept).CopyTo(buffer);
            (start, end) = (start - keptFrom, kept);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer, end, buffer.Length - end);
        isAtEnd = read == 0;
        end += read;
        return read > 0;
    }

    private sealed class Rest(JsonWindow window) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            var kept = Math.Min(buffer.Length, window.end - window.start);
            if (kept == 0)
                return window.stream.Read(buffer);
            window.buffer.AsSpan(window.start, kept).CopyTo(buffer);
            window.start += kept;
            return kept;
        }
    }
}
