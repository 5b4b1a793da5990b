using Arize.TaskLint.Core.Model;
using YamlDotNet.Core;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Says where and why a text is not valid YAML, with what most often is the matter.</summary>
/// <param name="file">The text.</param>
internal sealed class ParseErrors(SourceFile file)
{
    /// <summary>What the parser's exception says.</summary>
    /// <param name="invalid">The exception.</param>
    /// <param name="last">Where the last event before it began.</param>
    internal Unreadable Describe(YamlException invalid, int last)
    {
        var place = PlaceOf(invalid, last);
        var message = string.Join(" ", invalid.Message.Split([' '], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        var reason = message.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(message[0]) + message.Substring(1);
        return new Unreadable(place, $"not valid YAML: {reason}{Advice(message, place.Start)}");
    }

    /// <summary>What there is to say where the parser failed without a word.</summary>
    /// <param name="last">Where the last event before it began.</param>
    internal Unreadable DescribeUnknown(int last) => new(
        new Place(file, last, Math.Min(last + 1, file.Text.Length)),
        "not valid YAML: the text from here on cannot be read; is a bracket, brace or quote not closed");

    private Place PlaceOf(YamlException invalid, int last)
    {
        var start = (int)invalid.Start.Index;
        if (invalid.Message.Contains("tab as indentation"))
        {
            // The parser names the mapping that the tab stands in, not the tab.
            var tab = file.Text.IndexOf("\t", last, StringComparison.Ordinal);
            start = tab >= 0 ? tab : start;
        }

        start = Math.Min(start, file.Text.Length);
        return new Place(file, start, Math.Min(Math.Max(start + 1, (int)invalid.End.Index), file.Text.Length));
    }

    private string Advice(string message, int start)
    {
        if (message.Contains("quoted scalar") && (message.Contains("end of stream") || message.Contains("indentation") || message.Contains("document indicator")))
            return "; is a quote not closed";
        var isBracket = start > 0 && start < file.Text.Length && file.Text[start] is '{' or '[';
        return isBracket && message.Contains("parsing a flow") ? "; between braces or brackets, a text with { or [ needs quotes" : "";
    }
}
