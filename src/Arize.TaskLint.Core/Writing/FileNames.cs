using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Names for files, of names that anybody may have chosen: safe on every file system, and none twice in any letter case.</summary>
/// <param name="otherwise">The name where a text has neither letters nor digits.</param>
public sealed class FileNames(string otherwise)
{
    // A file system takes 255 bytes, and what is added to the name is among them.
    private const int MostBytes = 150;

    private static readonly HashSet<string> Devices = new(StringComparer.Ordinal)
    {
        "con", "prn", "aux", "nul", "conin$", "conout$",
        "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The name of a file for a text, without an extension.</summary>
    public string Of(string text)
    {
        var name = Words(text);
        if (name.Length == 0)
            name = otherwise;
        if (Devices.Contains(name))
            name += "-" + otherwise;
        for (var (i, numbered) = (2, name); ; i++)
        {
            if (taken.Add(Key(numbered)))
                return numbered;
            numbered = FormattableString.Invariant($"{name}-{i}");
        }
    }

    private static string Words(string text)
    {
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var c in text)
        {
            // Accents that stand apart are left out: file systems differ in how they compose them with their letters.
            if (c is >= '\u0300' and <= '\u036f')
                continue;
            var isPart = char.IsLetterOrDigit(c) || (name.Length > 0
                && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (bytes > MostBytes)
                break;
            if (isPart)
                name.Append(char.ToLowerInvariant(c));
            else if (name.Length > 0 && name[name.Length - 1] != '-')
                name.Append('-');
        }

        return name.ToString().TrimEnd('-');
    }

    // Two letters may have one capital.
    private static string Key(string name) => name.ToUpperInvariant().ToLowerInvariant();
}
