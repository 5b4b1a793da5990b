using System.Text;
using System.Text.RegularExpressions;

namespace Arize.TaskLint.Generator;

/// <summary>A parameter of a method.</summary>
/// <param name="Type">The type, with <c>params</c> in front where it is that.</param>
/// <param name="Name">The name.</param>
/// <param name="Text">The description.</param>
internal sealed record Argument(string Type, string Name, string Text)
{
    /// <summary>The default, where it has one.</summary>
    internal string? Default { get; init; }

    /// <summary>The attribute, with a blank at the end.</summary>
    internal string Attribute { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Attribute}{Type} {Name}{(Default is null ? "" : $" = {Default}")}";
}

/// <summary>A method of a builder.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">The description.</param>
/// <param name="Attributes">The attributes.</param>
/// <param name="Arguments">The parameters, without the calling line and file.</param>
/// <param name="Body">The statements, without the return.</param>
/// <param name="Throws">When it throws an <see cref="ArgumentNullException"/>; null where it does not.</param>
internal sealed partial record Method(
    string Name, string Summary, IReadOnlyList<string> Attributes, IReadOnlyList<Argument> Arguments, IReadOnlyList<string> Body, string? Throws)
{
    private const int LongestLine = 150;
    private const string Caller = "[CallerLineNumber] int line = 0, [CallerFilePath] string? file = null";

    /// <summary>Whether the compiler tells it the calling line and file.</summary>
    internal bool HasCaller { get; init; } = true;

    internal static Method Of(string name, string summary, string attribute, Argument[] arguments, string[] body, string? throws = null) =>
        new(name, summary, [attribute], arguments, body, throws);

    /// <summary>The method as a member of a class.</summary>
    /// <param name="type">The class.</param>
    internal string Write(string type)
    {
        var text = new StringBuilder();
        Document(text, "summary", "", Summary);
        foreach (var argument in Arguments)
            Document(text, "param", $" name=\"{argument.Name}\"", argument.Text);
        if (HasCaller)
        {
            Document(text, "param", " name=\"line\"", "The calling line; the compiler fills it in.");
            Document(text, "param", " name=\"file\"", "The calling file; the compiler fills it in.");
        }

        if (Throws is not null)
            Document(text, "exception", " cref=\"ArgumentNullException\"", Throws);
        foreach (var attribute in Attributes)
            text.Append("    ").Append(attribute).Append('\n');
        text.Append(Signature($"    public {type} {Name}(")).Append("    {\n");
        foreach (var statement in Body)
            text.Append("        ").Append(statement).Append('\n');
        return text.Append("        return this;\n    }\n").ToString();
    }

    private string Signature(string start)
    {
        var arguments = string.Join(", ", Arguments);
        string[] rows = (arguments.Length > 0, HasCaller) switch { (true, true) => [arguments, Caller], (true, false) => [arguments], _ => [Caller] };
        var line = $"{start}{string.Join(", ", rows)})\n";
        if (line.Length <= LongestLine)
            return line;
        if (arguments.Length + "        ,".Length > LongestLine)
            rows = [.. Arguments.Select(argument => argument.ToString()), .. rows[1..]];
        return $"{start}\n        {string.Join(",\n        ", rows)})\n";
    }

    private static void Document(StringBuilder text, string tag, string attribute, string content)
    {
        const string Indent = "    /// ";
        var line = $"{Indent}<{tag}{attribute}>{content}</{tag}>";
        if (line.Length <= LongestLine)
        {
            text.Append(line).Append('\n');
            return;
        }

        text.Append(Indent).Append('<').Append(tag).Append(attribute).Append(">\n");
        var row = new StringBuilder(Indent);
        // A tag stays on one line.
        foreach (var word in Blank().Split(content))
        {
            if (row.Length > Indent.Length && row.Length + 1 + word.Length > LongestLine)
            {
                text.Append(row).Append('\n');
                row.Clear().Append(Indent);
            }

            row.Append(row.Length > Indent.Length ? " " : "").Append(word);
        }

        text.Append(row).Append('\n').Append(Indent).Append("</").Append(tag).Append(">\n");
    }

    [GeneratedRegex(" (?![^<]*>)")]
    private static partial Regex Blank();
}
