using System.Text;

namespace Arize.TaskLint.Core.Schema;

/// <summary>
/// Decodes IDs. They are base64 of <c>Kind:number:suffix</c>, but the API promises only that they are opaque, so that they may lead to warnings at
/// most.
/// </summary>
public static class ResourceId
{
    /// <summary>
    /// The word before the first colon of the decoded ID, or null if the text is no ID: strict base64 of
    /// letters, a colon, digits and an optional suffix. A looser test takes one name in 25 for an ID.
    /// </summary>
    public static string? KindOf(string text)
    {
        if (text.Length < 4 || text.Length % 4 != 0 || text.Length > 400)
            return null;
        foreach (var c in text)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/' or '='))
                return null;
        }

        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }

        var colon = Array.IndexOf(bytes, (byte)':');
        if (colon < 1 || Array.Exists(bytes, b => b is < 0x20 or > 0x7e))
            return null;
        var decoded = Encoding.ASCII.GetString(bytes);
        for (var i = 0; i < colon; i++)
        {
            if (decoded[i] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_'))
                return null;
        }

        var digits = colon + 1;
        while (digits < decoded.Length && decoded[digits] is >= '0' and <= '9')
            digits++;
        var complete = digits > colon + 1
            && (digits == decoded.Length || (decoded[digits] == ':' && digits + 1 < decoded.Length));
        return complete ? decoded.Substring(0, colon) : null;
    }

    /// <summary>The kind of resource that an ID belongs to; null if the text is no ID or of an unknown kind.</summary>
    public static ResourceKind? ResourceOf(string text)
    {
        if (KindOf(text) is not { } word)
            return null;
        foreach (var kind in ResourceKind.All)
        {
            if (kind.IdKinds.Contains(word))
                return kind;
        }

        return null;
    }
}
