namespace Arize.TaskLint.Client.Spans;

/// <summary>
/// The bytes of a packed file, given on in pieces of which the last one is kept: what unpacks them reads beyond the end of a member.
/// </summary>
/// <param name="packed">The bytes.</param>
internal sealed class PackedBytes(Stream packed) : ForwardStream
{
    private const int Size = 8192;

    // Of a member: the two bytes that mark it, the method, the flags, four bytes of time, a level and a system.
    private const int LeastHead = 10;

    private byte[] buffer = new byte[2 * Size];

    // What was given last begins at 'last' and ends at 'start'; what is left of the buffer begins there.
    private int last;
    private int start;
    private int end;
    private bool isAtEnd;

    /// <summary>How many bytes were given or passed.</summary>
    internal long Offset { get; private set; }

    /// <summary>How many bytes are before those that were given last.</summary>
    internal long OffsetOfLast => Offset - (start - last);

    /// <summary>Whether more was asked for than there is.</summary>
    internal bool WasAtEnd { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        last = start;
        if (start == end && !Fill(1))
        {
            WasAtEnd = true;
            return 0;
        }

        var given = Math.Min(Math.Min(buffer.Length, Size), end - start);
        this.buffer.AsSpan(start, given).CopyTo(buffer);
        Pass(given);
        return given;
    }

    /// <summary>Whether nothing but zeros is left, with which tapes and blocks are filled.</summary>
    internal bool IsAtEndOrZeros()
    {
        last = start;
        while (Fill(1))
        {
            if (buffer.AsSpan(start, end - start).ContainsAnyExcept((byte)0))
                return false;
            Pass(end - start);
            last = start;
        }

        return true;
    }

    /// <summary>Passes the head of a member, which is what comes next.</summary>
    /// <returns>False if something else comes, of which nothing is passed.</returns>
    internal bool SkipHead()
    {
        if (!Fill(LeastHead) || !IsHead(buffer.AsSpan(start)))
            return false;
        var flags = buffer[start + 3];
        Pass(LeastHead);
        if ((flags & 4) != 0 && Fill(2))
            PassAtMost(2 + buffer[start] + (buffer[start + 1] << 8));
        if ((flags & 8) != 0)
            PassText();
        if ((flags & 16) != 0)
            PassText();
        if ((flags & 2) != 0)
            PassAtMost(2);
        (last, WasAtEnd) = (start, false);
        return true;
    }

    /// <summary>Goes back to what follows some bytes within what was given last and what comes next.</summary>
    /// <returns>False if they are not there.</returns>
    internal bool PassInLast(ReadOnlySpan<byte> bytes)
    {
        Fill(bytes.Length);
        var until = Math.Min(end, start + bytes.Length);
        var at = buffer.AsSpan(last, until - last).IndexOf(bytes);
        if (at < 0)
            return false;
        Pass(last + at + bytes.Length - start);
        return true;
    }

    /// <summary>Passes what is before the next head, within what was given last or behind it.</summary>
    /// <returns>False if there is none.</returns>
    internal bool SkipToHead()
    {
        // Not the head of the member that was given: its first piece begins behind it.
        Pass(last - start);
        while (Fill(LeastHead))
        {
            last = start;
            var at = buffer.AsSpan(start, end - start).IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b, 8]);
            if (at < 0)
            {
                Pass(end - start - 2);
                continue;
            }

            Pass(at);
            if (Fill(LeastHead) && IsHead(buffer.AsSpan(start)))
                return true;
            Pass(Math.Min(1, end - start));
        }

        return false;
    }

    // The three bytes that mark a head occur by chance in what is packed; so do not the flags, the level and the system.
    private static bool IsHead(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b, 8]) && head[3] < 32 && head[8] is 0 or 2 or 4 && head[9] is <= 13 or 255;

    private void PassText()
    {
        while (Fill(1))
        {
            var zero = buffer.AsSpan(start, end - start).IndexOf((byte)0);
            Pass(zero < 0 ? end - start : zero + 1);
            if (zero >= 0)
                return;
        }
    }

    private void PassAtMost(int count)
    {
        while (count > 0 && Fill(1))
        {
            var passed = Math.Min(count, end - start);
            Pass(passed);
            count -= passed;
        }
    }

    private void Pass(int count)
    {
        start += count;
        Offset += count;
    }

    // Makes sure that so many bytes are left in the buffer; what was given last stays in it.
    private bool Fill(int least)
    {
        while (end - start < least && !isAtEnd)
        {
            if (last > 0)
            {
                buffer.AsSpan(last, end - last).CopyTo(buffer);
                (start, end, last) = (start - last, end - last, 0);
            }

            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = packed.Read(buffer, end, buffer.Length - end);
            isAtEnd = read == 0;
            end += read;
        }

        return end - start >= least;
    }
}
