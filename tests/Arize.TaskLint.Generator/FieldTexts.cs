using System.Text.RegularExpressions;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Generator;

/// <summary>What the methods of a field say, made of the schema and of the field's row.</summary>
/// <param name="row">The row.</param>
internal sealed partial class FieldTexts(FieldRow row)
{
    /// <summary>The description of an argument that is a matcher.</summary>
    internal const string Matcher = "The matcher, made by <see cref=\"Match\"/>.";

    internal FieldRow Row => row;

    internal FieldSpec Field => row.Field;

    /// <summary>The method's name: the one that messages about code use.</summary>
    internal string Method => row.Method ?? FieldMethods.Find(Field.Name) ?? Names.Pascal(Field.Name);

    /// <summary>The constant of the field's name.</summary>
    internal string Constant => $"FieldNames.{Names.Pascal(Field.Name)}";

    /// <summary>The field's name in a docstring.</summary>
    internal string Tag => $"<c>{Field.Name}</c>";

    /// <summary>The schema's summary as a part of a sentence, with where the field may be set and what the API does not do with it.</summary>
    internal string Clause
    {
        get
        {
            var summary = Field.Summary.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
            return Code().Replace(char.ToLowerInvariant(summary[0]) + summary[1..], "<c>$1</c>") + Where
                + (Field.Default is { } value ? $"; the default is {value}" : "")
                + (Field.NeedsRecreate ? "; the API cannot change it on a live task" : "");
        }
    }

    internal string ArgumentName => row.ArgumentName ?? (Field.Refers is null ? Names.Camel(Field.Name) : Field.NameOf is null ? "id" : "name");

    private string Where => Field switch
    {
        { ExperimentTypes: not ExperimentTypes.All } => $" ({Words(TaskEnums.ExperimentType, (int)Field.ExperimentTypes)})",
        { Sources: DataSources.Project, FalseIsNone: true } => "; true on project tasks only",
        { Sources: DataSources.Project } => "; on project tasks only",
        { Sources: DataSources.Dataset } => "; on dataset tasks only",
        { Types: TaskTypes.Evaluation } => $"; not on {Words(TaskEnums.TaskType, (int)(TaskTypes.All & ~TaskTypes.Evaluation))} tasks",
        { Types: not TaskTypes.All } => $"; on {Words(TaskEnums.TaskType, (int)Field.Types)} tasks only",
        _ => "",
    };

    /// <summary>The attribute of a method.</summary>
    /// <param name="use">What the call does to the field, where it is more than to set it.</param>
    internal string Attribute(string? use = null) => $"[TaskField({Constant}{(use is null ? "" : $", Use = FieldUse.{use}")})]";

    /// <summary>The description of the argument.</summary>
    /// <param name="isNullable">Whether null has a meaning.</param>
    internal string ArgumentText(bool isNullable) =>
        (row.ArgumentText ?? PlainText()) + FieldReference.RangeOf(Field) + (Field.FalseIsNone ? " (false is the same as unset)" : "")
        + (isNullable ? $", or null if {row.NullText}." : ".");

    private string PlainText() => Field switch
    {
        { Refers: { } kind } =>
            $"{(Field.IsScalar ? "The " + kind.Noun : "A" + kind.WithArticle[1..])}'s {(Field.NameOf is null ? "ID" : "name, exactly")}",
        { Kind: ValueKind.Enum } => "The API's word, in any letter case",
        { Words: { } words } => $"{string.Join(", ", words.Words.SkipLast(1).Select(word => $"<c>{word}</c>"))} or <c>{words.Words[^1]}</c>",
        { Kind: ValueKind.Boolean } => "Whether it does",
        { Kind: ValueKind.Number } => "A number",
        { Kind: ValueKind.Integer } => "A whole number",
        _ => "A text",
    };

    private static string Words(EnumSpec words, int bits) => string.Join(", ", words.Words.Where((_, i) => (bits & (1 << i)) != 0));

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();
}
