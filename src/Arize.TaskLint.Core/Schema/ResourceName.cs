namespace Arize.TaskLint.Core.Schema;

/// <summary>
/// Distinguishes names from IDs in texts of declarations. An ID may have any shape, so a text counts as a name only if it reads like one, and the
/// result may lead to a suggestion at most.
/// </summary>
internal static class ResourceName
{
    private const int ShortestLoneWord = 5;
    private const int ShortestWord = 3;
    private const int LongestNumber = 4;
    private const int LongestName = 200;

    /// <summary>Whether a text reads like a name: it has blanks or other letters than A to Z, or is made of words.</summary>
    internal static bool IsLikely(string text)
    {
        if (text.Length > LongestName || text.Any(char.IsControl))
            return false;
        if (text.Any(c => c > 0x7f && char.IsLetter(c)))
            return true;
        var hasBlank = text.Any(char.IsWhiteSpace);
        var parts = text.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        var words = parts.Count(IsWord);
        if (hasBlank)
            return words > 0;
        return parts.Length == 1
            ? words == 1 && text.Length >= ShortestLoneWord && !text.All(char.IsUpper)
            : words > 1 && Array.TrueForAll(parts, part => IsWord(part) || IsShort(part));
    }

    /// <summary>The ID that a text was copied from, if it lost the padding at its end or is escaped as in an address; otherwise null.</summary>
    internal static string? WholeIdOf(string text)
    {
        var id = text.Trim().Replace("%3D", "=").Replace("%3d", "=").TrimEnd('=');
        id = (id.Length % 4) switch
        {
            2 => id + "==",
            3 => id + "=",
            _ => id,
        };
        return id != text && ResourceId.KindOf(id) is not null ? id : null;
    }

    // Letters in one case, or with capitals that begin words: random letters are rarely like that.
    private static bool IsWord(string part)
    {
        if (part.Length < ShortestWord || !part.All(char.IsLetter))
            return false;
        if (part.All(char.IsUpper))
            return true;
        var start = 0;
        for (var i = 1; i <= part.Length; i++)
        {
            if (i < part.Length && !char.IsUpper(part[i]))
                continue;
            if (i - start < ShortestWord)
                return false;
            start = i;
        }

        return part.Any(c => "aeiouyAEIOUY".IndexOf(c) >= 0);
    }

    // A number or a version, or a word such as "of".
    private static bool IsShort(string part) =>
        part.All(char.IsLetter)
            ? part.Length < ShortestWord
            : part.TrimStart('v', 'V') is { Length: > 0 and <= LongestNumber } number && number.All(char.IsDigit);
}
