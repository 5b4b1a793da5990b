namespace Arize.TaskLint.Core.Spans;

/// <summary>
/// The names of the columns that the rows of a sample have, each with a number. Names alone are kept, and no more than <see cref="Most"/> of them.
/// </summary>
public sealed class SeenColumns
{
    /// <summary>How many names are kept. Rows with a key of their own each would take the memory of the machine.</summary>
    public const int Most = 20_000;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<bool> areTexts = [];

    /// <summary>How many names there are.</summary>
    public int Count => names.Count;

    /// <summary>Whether there were more names than are kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The name of a number.</summary>
    public string NameAt(int number) => names[number];

    /// <summary>Whether some row has text, a list or an object in the column.</summary>
    public bool MayBeRead(int number) => areTexts[number];

    /// <summary>Notes that a row has text, a list or an object in the column, which a judge can read.</summary>
    public void NoteText(int number) => areTexts[number] = true;

    /// <summary>The number of a name; -1 if it is not kept.</summary>
    public int Add(string name)
    {
        if (numbers.TryGetValue(name, out var number))
            return number;
        if (names.Count == Most)
        {
            IsCut = true;
            return -1;
        }

        numbers.Add(name, number = names.Count);
        names.Add(name);
        areTexts.Add(false);
        return number;
    }
}
