using System.Globalization;
using System.Text;

namespace Arize.TaskLint.Core.Schema;

/// <summary>Writes the page on all fields from the task schema. A test compares it with <c>fields.md</c> beside this file.</summary>
public static class FieldReference
{
    private const string Head = """
        # Fields

        Every field of a declaration, by the mapping that it belongs to. A field that is left out is unmanaged: it is not compared.
        `null` means that the field must be unset in the live task; for mappings, lists and parameters, `null` is equal to empty.
        Text is compared without regard to line endings and to a line break at the end. Numbers are compared by value; a number that was
        rounded to a 32-bit float is equal to the original. Query filters are equal if they differ only in the letter case of keywords,
        in spacing, in redundant parentheses, or in the order of terms joined by AND, of terms joined by OR, or of values in an IN list.
        AND binds more tightly than OR, as in SQL. A filter that cannot be parsed is compared as text.

        This page is generated from the schema that the parser, the rules and the comparison use.

        """;

    /// <summary>The page, in Markdown.</summary>
    internal static string Write()
    {
        var page = new StringBuilder(Head.Replace("\r\n", "\n"));
        foreach (var spec in Reachable())
        {
            page.Append("\n## ").Append(TitleOf(spec)).Append("\n\n");
            if (spec.IsOpen)
                page.Append("Other fields are allowed here. They are compared if they are declared.\n\n");
            page.Append("| field | value | allowed | compared | recreate | description |\n|---|---|---|---|---|---|\n");
            foreach (var field in spec.Fields)
                page.Append("| ").Append(string.Join(" | ", CellsOf(field))).Append(" |\n");
        }

        return page.ToString();
    }

    private static string[] CellsOf(FieldSpec field) =>
    [
        $"`{field.Name}`{(field.IsRequired ? ", required" : "")}",
        ValueOf(field),
        StandsOn(field),
        ComparisonOf(field),
        field.NeedsRecreate ? "yes" : "",
        field.Summary,
    ];

    /// <summary>The tables that a document leads to, each before those that it leads to, and the matcher's.</summary>
    internal static IReadOnlyList<ObjectSpec> Reachable()
    {
        var found = new List<ObjectSpec>();
        Add(DocumentFields.Spec, found);
        Add(MatcherFields.Spec, found);
        return found;
    }

    private static void Add(ObjectSpec spec, List<ObjectSpec> found)
    {
        if (found.Contains(spec))
            return;
        found.Add(spec);
        foreach (var field in spec.Fields)
        {
            if (field.Object is { } inner)
                Add(inner, found);
        }
    }

    private static string TitleOf(ObjectSpec spec)
    {
        var name = spec.Name;
        return char.ToUpperInvariant(name[0]) + name.Substring(1);
    }

    private static string Link(ObjectSpec spec) => $"[{spec.Noun}](#{spec.Name.ToLowerInvariant().Replace(' ', '-')})";

    private static string ValueOf(FieldSpec field) => field.TakesMatcher ? $"{PlainValueOf(field)}; {Link(MatcherFields.Spec)}" : PlainValueOf(field);

    private static string PlainValueOf(FieldSpec field)
    {
        var reference = field is { Refers: { } kind, Role: not FieldRole.Local } ? (field.NameOf is null ? "ID" : "name", kind.WithArticle) : default;
        return field.Kind switch
        {
            ValueKind.Text when reference.Item1 is { } word => $"text, {(word == "ID" ? "the ID" : "the name")} of {reference.WithArticle}",
            ValueKind.TextList when reference.Item1 is { } word => $"list of texts, each the {word} of {reference.WithArticle}",
            ValueKind.Text when field.Words is { } documented => "text: " + string.Join(", ", documented.Words.Select(word => $"`{word}`")),
            ValueKind.Text => "text",
            ValueKind.Number => "number" + RangeOf(field),
            ValueKind.Integer => "whole number" + RangeOf(field),
            ValueKind.Boolean => "`true` or `false`",
            ValueKind.Enum => string.Join(", ", field.Enum!.Words.Select(word => $"`{word}`")),
            ValueKind.Date => "date, `2027-01-31`",
            ValueKind.Object => Link(field.Object!),
            ValueKind.ObjectList => $"list, each {Link(field.Object!)}",
            ValueKind.TextList => field.TakesSingle ? "list of texts, or one text" : "list of texts",
            ValueKind.AnyList => "list",
            ValueKind.TextMap => "mapping to texts",
            ValueKind.NumberMap => "mapping to numbers",
            ValueKind.AnyMap => "mapping",
            _ => "anything",
        };
    }

    /// <summary>The permitted numbers of a field: a comma and a blank, then the range; empty if there is none.</summary>
    public static string RangeOf(FieldSpec field) => (field.Minimum, field.Maximum) switch
    {
        ({ } least, { } most) => string.Format(CultureInfo.InvariantCulture, ", {0} to {1}", least, most),
        ({ } least, null) => string.Format(CultureInfo.InvariantCulture, ", {0} or more", least),
        (null, { } most) => string.Format(CultureInfo.InvariantCulture, ", {0} or less", most),
        _ => "",
    };

    /// <summary>The task types, data sources and experiment types that a field is permitted with, in Markdown.</summary>
    public static string StandsOn(FieldSpec field)
    {
        var where = new List<string>();
        if (field.Types != TaskTypes.All)
            where.Add(Words(TaskEnums.TaskType, (int)field.Types));
        if (field.Sources != DataSources.Both)
            where.Add(field.Sources == DataSources.Project ? "on a project" : "on a dataset");
        if (field.ExperimentTypes != ExperimentTypes.All)
            where.Add(Words(TaskEnums.ExperimentType, (int)field.ExperimentTypes));
        return where.Count > 0 ? string.Join(", ", where) : "everywhere";
    }

    private static string Words(EnumSpec words, int bits) =>
        string.Join(" or ", words.Words.Where((_, i) => (bits & (1 << i)) != 0).Select(word => $"`{word}`"));

    /// <summary>How a field compares with the live task's, in Markdown.</summary>
    public static string ComparisonOf(FieldSpec field) => field switch
    {
        { Role: FieldRole.Local } => "never: only this tool uses it",
        { Role: FieldRole.Identity } => "never: it identifies the task",
        { Role: FieldRole.ServerManaged } => "never: the server writes it",
        { NameOf: { } byId } => $"as `{byId.Name}`",
        { IsKey: true } => "identifies the entry",
        { Equality: Equality.BlankIsNone } => "exactly; empty is equal to unset",
        { Equality: Equality.Filter } => "by its terms; empty is equal to unset",
        { Equality: Equality.Placeholders } => "as a whole; `{{dataset.x}}` is equal to `{{x}}`",
        { Equality: Equality.LoneFilter } => "by its letters and operators, in any order; the letter of a single filter is equal to unset",
        _ => field.Kind switch
        {
            ValueKind.Text => "exactly",
            ValueKind.Number or ValueKind.Integer => "by value",
            ValueKind.Boolean => field.FalseIsNone ? "by value; `false` is equal to unset" : "by value",
            ValueKind.Enum => "ignoring letter case and separators",
            ValueKind.Object => "field by field",
            ValueKind.ObjectList => field.KeyedBy is { } key ? $"entry by entry, by `{key.Name}`, in any order" : "entry by entry, in order",
            ValueKind.TextList or ValueKind.AnyList => field.Order == ListOrder.Set ? "as a whole, in any order" : "as a whole, in order",
            _ => "as a whole",
        },
    };
}
