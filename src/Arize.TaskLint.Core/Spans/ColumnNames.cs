using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Spans;

/// <summary>Tells names of columns that come from the structure of spans from those that come from what people wrote.</summary>
public static class ColumnNames
{
    private const string OwnData = "metadata";

    /// <summary>Where the name of a column of spans comes from.</summary>
    /// <param name="name">Its <see cref="ColumnSynonyms.Main"/> name.</param>
    public static ColumnNameKind KindOf(string name)
    {
        var isAttribute = name.StartsWith(SpanAttributes.Root, StringComparison.Ordinal);
        var own = isAttribute ? name.Substring(SpanAttributes.Root.Length) : name;
        if (isAttribute && SpanAttributes.IsDocumented(own))
            return ColumnNameKind.Documented;
        for (var dot = own.LastIndexOf('.'); dot > 0; dot = own.LastIndexOf('.', dot - 1))
        {
            var around = own.Substring(0, dot);
            if (isAttribute && around == OwnData)
                continue;
            // Metadata of documents and evaluations has keys of anyone.
            if (around.EndsWith("." + OwnData, StringComparison.Ordinal) || (isAttribute && SpanAttributes.IsDocumented(around)))
                return ColumnNameKind.InContent;
        }

        return ColumnNameKind.Own;
    }
}
