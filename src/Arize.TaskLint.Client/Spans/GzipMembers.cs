using System.Buffers.Binary;
using System.IO.Compression;

namespace Arize.TaskLint.Client.Spans;

/// <summary>
/// Unpacks gzip of one or more members. The library passes over what follows a member and is none, and does not say that a member is cut; here
/// each damage is told, and reading goes on at the next member.
/// </summary>
/// <param name="packed">The packed bytes.</param>
/// <param name="onDamage">Takes where a damage is, in bytes of the packed file, and what it is.</param>
internal sealed class GzipMembers(Stream packed, Action<long, string> onDamage) : ForwardStream
{
    private const int TrailerLength = 8;

    // A call that meets a damage loses what it unpacked.
    private const int MostAtOnce = 4096;

    private readonly PackedBytes source = new(packed);
    private DeflateStream? member;
    private uint checksum;
    private uint length;
    private bool isAtEnd;

    // A row that is cut must not go on in the next member.
    private bool endsLine;

    /// <summary>Whether nothing was unpacked yet.</summary>
    internal bool IsEmpty { get; private set; } = true;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (!isAtEnd)
        {
            if (member is null && !Begin())
                break;
            if (endsLine)
            {
                endsLine = false;
                buffer[0] = (byte)'\n';
                return 1;
            }

            int read;
            try
            {
                read = member!.Read(buffer[..Math.Min(buffer.Length, MostAtOnce)]);
            }
            catch (InvalidDataException)
            {
                Damaged("a part of it is damaged");
                continue;
            }

            if (read > 0)
            {
                checksum = Crc32.Of(checksum, buffer[..read]);
                length += (uint)read;
                IsEmpty = false;
                return read;
            }

            End();
        }

        isAtEnd = true;
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            member?.Dispose();
        base.Dispose(disposing);
    }

    private bool Begin()
    {
        var at = source.Offset;
        if (source.IsAtEndOrZeros())
            return false;
        if (!source.SkipHead())
        {
            Damaged("what follows is not packed with gzip", at);
            if (isAtEnd || !source.SkipHead())
                return false;
        }

        (checksum, length) = (0, 0);
        member = new DeflateStream(source, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    // The member ended: somewhere in what was given last, its checksum and its length follow.
    private void End()
    {
        if (source.WasAtEnd)
        {
            onDamage(source.Offset, IsEmpty ? throw new InvalidDataException() : "it ends within what is packed");
            isAtEnd = true;
            return;
        }

        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], length);
        if (!source.PassInLast(trailer))
        {
            Damaged("its checksum is not that of what was unpacked");
            return;
        }

        member!.Dispose();
        member = null;
    }

    // Goes on at the next member, if there is one.
    private void Damaged(string what, long? at = null)
    {
        // Where nothing was unpacked, it is another file than it says.
        if (IsEmpty)
            throw new InvalidDataException(what);
        onDamage(at ?? source.OffsetOfLast, what);
        member?.Dispose();
        member = null;
        endsLine = true;
        isAtEnd = !source.SkipToHead();
    }
}
