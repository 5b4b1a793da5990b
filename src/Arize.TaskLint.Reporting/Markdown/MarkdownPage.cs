using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Reporting.Markdown;

/// <summary>A page of limited length. What does not fit is counted, and nothing is cut within a row or a block.</summary>
/// <param name="most">The maximum length, in characters.</param>
internal sealed class MarkdownPage(int most)
{
    // For the lines that say what is left out, and the ends of what is open.
    private const int Reserve = 400;

    private readonly StringBuilder text = new();

    /// <summary>Adds a text that is short, whatever the length.</summary>
    internal void Add(string part) => text.Append(part);

    /// <summary>Adds a table.</summary>
    /// <param name="head">The head with its line.</param>
    /// <param name="rows">The rows, each with its line break; the most important first.</param>
    /// <param name="share">The share of the page that may be full afterwards.</param>
    /// <param name="noun">What the rows are, for the line that counts those left out.</param>
    internal void AddTable(string head, IReadOnlyList<string> rows, double share, string noun)
    {
        if (rows.Count == 0)
            return;
        text.Append(head);
        AddWhileItFits(rows, share, noun);
        text.Append('\n');
    }

    /// <summary>Adds a section that a reader unfolds.</summary>
    /// <param name="title">The title, as HTML.</param>
    /// <param name="blocks">The blocks, each with its line break; the most important first.</param>
    /// <param name="share">The share of the page that may be full afterwards.</param>
    /// <param name="noun">What the blocks are, for the line that counts those left out.</param>
    internal void AddFolded(string title, IReadOnlyList<string> blocks, double share, string noun)
    {
        if (blocks.Count == 0)
            return;
        text.Append("<details><summary>").Append(title).Append("</summary>\n\n");
        AddWhileItFits(blocks, share, noun);
        text.Append("\n</details>\n\n");
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void AddWhileItFits(IReadOnlyList<string> parts, double share, string noun)
    {
        var end = (int)(most * share) - Reserve;
        for (var i = 0; i < parts.Count; i++)
        {
            if (text.Length + parts[i].Length > end)
            {
                var left = parts.Count - i;
                text.Append(CultureInfo.InvariantCulture, $"\n{left} more {noun} not shown, because of the length; the JSON result has all.\n");
                return;
            }

            text.Append(parts[i]);
        }
    }
}
