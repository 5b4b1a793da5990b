using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>
/// ATL1014: a name in place of an ID, or an ID that was cut off. No resource has that ID, though the intended one exists. An ID may have any shape.
/// </summary>
public sealed class ReferenceHoldsWhatItSays()
    : ProblemRule<DoubtfulReference>("ATL1014", Severity.Suggestion, "An ID field that seems to hold a name, or an ID that lost its padding")
{
    /// <inheritdoc/>
    protected override string Message(DoubtfulReference problem)
    {
        var (field, text) = (problem.Field, Excerpt.Of(problem.Text));
        if (problem.WholeId is { } id)
            return $"'{field.Name}' holds '{text}', which is not a whole ID; did you mean '{id}'";
        if (field.NameOf is { } byId)
            return $"'{field.Name}' holds '{text}', which looks like an ID; '{byId.Name}' takes an ID";
        var byName = field.Owner?.NameTwinOf(field);
        return $"'{field.Name}' holds '{text}', "
            + $"which looks like a name{(byName is null ? " and not like an ID" : $"; '{byName.Name}' takes a name")}";
    }
}
