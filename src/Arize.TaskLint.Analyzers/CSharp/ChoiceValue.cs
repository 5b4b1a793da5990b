namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>One of several values; the code decides which one when it runs.</summary>
internal sealed record ChoiceValue(IReadOnlyList<Value> Options) : Value
{
    /// <summary>One of the values, or the only one of them that differs from the others.</summary>
    internal static Value Of(IReadOnlyList<Value> values)
    {
        List<Value> options = [];
        foreach (var value in values.SelectMany(value => value is ChoiceValue choice ? choice.Options : [value]))
        {
            if (!options.Exists(option => Same(option, value)))
                options.Add(value);
        }

        return options switch
        {
            [] => UnknownValue.Instance,
            [var only] => only,
            _ => new ChoiceValue(options),
        };
    }

    private static bool Same(Value one, Value other) => ReferenceEquals(one, other) || (one, other) switch
    {
        (UnknownValue, UnknownValue) or (ThisValue, ThisValue) or (CatalogBuilderValue, CatalogBuilderValue) => true,
        (ConstantValue a, ConstantValue b) => Equals(a.Data, b.Data) && a.At == b.At,
        (BuilderValue a, BuilderValue b) => a.Draft == b.Draft,
        (SequenceValue a, SequenceValue b) => a.Elements == b.Elements,
        _ => false,
    };
}
