using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>
/// Stands for a text: any live text that fits is no drift. <see cref="Match"/> makes it; one that was not made there fits nothing, and is
/// reported.
/// </summary>
public readonly struct TextMatcher
{
    private readonly string? field;
    private readonly string?[]? texts;

    private TextMatcher(string field, string?[] texts)
    {
        this.field = field;
        this.texts = texts;
    }

    internal static TextMatcher Single(string field, string? text) => new(field, [text]);

    internal static TextMatcher Choice(string?[] texts) => new(FieldNames.OneOf, texts);

    internal MappingNode ToNode(CallPlace place)
    {
        var matcher = new MappingNode(place);
        if (field == FieldNames.OneOf)
            matcher.AppendValues(field, texts!.Select(ScalarNode.Of), place);
        else if (field is not null)
            matcher.Set(field, ScalarNode.Of(texts![0]), place);
        return matcher;
    }
}
