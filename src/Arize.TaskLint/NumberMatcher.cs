using Arize.TaskLint.Documents;
using Arize.TaskLint.Fields;

namespace Arize.TaskLint;

/// <summary>
/// Stands for a number: any live number that fits is no drift. <see cref="Match"/> makes it; one that was not made there fits nothing, and is
/// reported.
/// </summary>
public readonly struct NumberMatcher
{
    private readonly double? min;
    private readonly double? max;
    private readonly double?[]? choices;

    internal NumberMatcher(double? min, double? max, double?[]? choices)
    {
        this.min = min;
        this.max = max;
        this.choices = choices;
    }

    internal MappingNode ToNode(CallPlace place)
    {
        var matcher = new MappingNode(place);
        if (min is not null)
            matcher.Set(FieldNames.Min, ScalarNode.Of(min), place);
        if (max is not null)
            matcher.Set(FieldNames.Max, ScalarNode.Of(max), place);
        if (choices is not null)
            matcher.AppendValues(FieldNames.OneOf, choices.Select(ScalarNode.Of), place);
        return matcher;
    }
}
