namespace Arize.TaskLint.Core.Filters.Evaluation;

/// <summary>
/// The outcomes that a term can have for a row, by the logic of SQL. One alone is certain; of several, this tool cannot tell which it is.
/// </summary>
[Flags]
internal enum Truth
{
    True = 1,

    False = 2,

    /// <summary>Unknown, as a comparison with a missing value is. It selects nothing, and nor does its negation.</summary>
    Null = 4,

    /// <summary>Any of them: a part that this tool cannot evaluate.</summary>
    Any = True | False | Null,
}

/// <summary>AND, OR and NOT over all outcomes that their terms can have.</summary>
internal static class TruthLogic
{
    internal static Truth Of(bool value) => value ? Truth.True : Truth.False;

    internal static Truth Not(Truth one) =>
        (one & Truth.Null) | ((one & Truth.True) != 0 ? Truth.False : 0) | ((one & Truth.False) != 0 ? Truth.True : 0);

    internal static Truth And(Truth one, Truth other)
    {
        var result = (one & other & Truth.True) | ((one | other) & Truth.False);
        var isNull = ((one & Truth.Null) != 0 && (other & (Truth.Null | Truth.True)) != 0)
            || ((other & Truth.Null) != 0 && (one & (Truth.Null | Truth.True)) != 0);
        return isNull ? result | Truth.Null : result;
    }

    internal static Truth Or(Truth one, Truth other) => Not(And(Not(one), Not(other)));
}
