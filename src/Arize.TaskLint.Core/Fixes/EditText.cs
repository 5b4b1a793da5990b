using System.Globalization;
using System.Text;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Fixes;

/// <summary>Serializes edits as one text, since only texts can be passed from the analyzer to the editor's light bulb.</summary>
public static class EditText
{
    /// <summary>The name of the property of a diagnostic that holds the edits.</summary>
    public const string EditsProperty = "TaskLintEdits";

    /// <summary>The name of the property of a diagnostic that describes the edits.</summary>
    public const string TitleProperty = "TaskLintFix";

    /// <summary>Writes edits of one file.</summary>
    public static string Write(IEnumerable<TextEdit> edits)
    {
        var text = new StringBuilder();
        foreach (var edit in edits)
        {
            var (start, end, length) = (edit.Place.Start, edit.Place.End, edit.NewText.Length);
            text.Append(string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}:", start, end, length)).Append(edit.NewText);
        }

        return text.ToString();
    }

    /// <summary>Reads edits that were written.</summary>
    /// <param name="text">The result of <see cref="Write"/>. Parts of other texts that cannot be read are ignored.</param>
    /// <param name="file">The file that the edits are for; null if only their offsets count.</param>
    public static IReadOnlyList<TextEdit> Read(string text, SourceFile? file = null)
    {
        var edits = new List<TextEdit>();
        var at = 0;
        while (TryNumber(text, ref at, out var start) && TryNumber(text, ref at, out var end)
            && TryNumber(text, ref at, out var length) && at + length <= text.Length)
        {
            edits.Add(new TextEdit(new Place(file, start, end), text.Substring(at, length)));
            at += length;
        }

        return edits;
    }

    private static bool TryNumber(string text, ref int at, out int number)
    {
        number = 0;
        var colon = at < text.Length ? text.IndexOf(':', at) : -1;
        if (colon < 0 || !int.TryParse(text.Substring(at, colon - at), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;
        at = colon + 1;
        return true;
    }
}
