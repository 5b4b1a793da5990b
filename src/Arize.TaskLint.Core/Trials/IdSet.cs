namespace Arize.TaskLint.Core.Trials;

/// <summary>A set of numbers of 128 bits that takes 16 bytes for each, and as many for what it has room for.</summary>
internal sealed class IdSet
{
    private const int FirstSize = 1 << 12;

    // The number 0 marks an empty place.
    private (ulong High, ulong Low)[] places = new (ulong, ulong)[FirstSize];

    /// <summary>How many numbers there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds a number.</summary>
    /// <returns>False if it is there already.</returns>
    internal bool Add((ulong High, ulong Low) number)
    {
        // Four of five places may be taken.
        if (Count >= places.Length / 5 * 4)
            Grow();
        var at = PlaceOf(number);
        if (places[at] != default)
            return false;
        places[at] = Marked(number);
        Count++;
        return true;
    }

    /// <summary>Whether a number is there.</summary>
    internal bool Contains((ulong High, ulong Low) number) => places[PlaceOf(number)] != default;

    private static (ulong High, ulong Low) Marked((ulong High, ulong Low) number) => number == default ? (0, 1) : number;

    private int PlaceOf((ulong High, ulong Low) number)
    {
        var one = Marked(number);
        var at = (int)((one.Low ^ (one.High >> 17)) & (ulong)(places.Length - 1));
        while (places[at] != default && places[at] != one)
            at = (at + 1) & (places.Length - 1);
        return at;
    }

    private void Grow()
    {
        var before = places;
        places = new (ulong, ulong)[before.Length * 2];
        foreach (var one in before)
        {
            if (one != default)
                places[PlaceOf(one)] = one;
        }
    }
}
