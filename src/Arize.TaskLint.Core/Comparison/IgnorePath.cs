using System.Text;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>Whether any drift can have the path of an <c>ignore</c> entry, whatever the live task is like.</summary>
internal sealed class IgnorePath
{
    private readonly List<Step> steps;
    private readonly StringBuilder corrected = new();
    private string? problem;

    private IgnorePath(List<Step> steps) => this.steps = steps;

    /// <summary>Why no drift can have the path, as the rest of a message; null where one can.</summary>
    internal static string? ProblemOf(string path)
    {
        var (steps, isReadable) = Read(path);
        if (!isReadable)
            return "it is not a path";
        var check = new IgnorePath(steps);
        // The root as JSONPath writes it.
        var start = steps[0] is { IsEntry: false, Text: "$" } ? 1 : 0;
        if (start > 0)
            check.problem = "a path begins with a field of the task";
        var isMended = check.Walk(TaskFields.Spec, start);
        if (check.problem is null)
            return null;
        var mended = check.corrected.ToString();
        return isMended && mended.Length > 0 && mended != path ? $"{check.problem}; did you mean '{Excerpt.Of(mended)}'" : check.problem;
    }

    // Each step returns whether the rest of the path, as corrected, can match.
    private bool Walk(ObjectSpec spec, int i)
    {
        if (i == steps.Count)
            return true;
        var step = steps[i];
        // The key of an open mapping, in quotes.
        if (step.IsEntry && spec.IsOpen)
            return true;
        if (step.IsEntry)
        {
            problem ??= $"{spec.Noun} has fields, and no entries to name in brackets";
            return false;
        }

        if (spec.Find(step.Text) is not { } field)
        {
            if (spec.IsOpen)
                return true;
            problem ??= $"{spec.Noun} has no field '{Excerpt.Of(step.Text)}'";
            if (NearestName.Of(step.Text, spec.Fields.Where(IsCompared).Select(one => one.Name)) is not { } nearest)
                return false;
            field = spec.Find(nearest)!;
        }

        if (!IsCompared(field))
        {
            problem ??= field.IsKey || field.NameOf is { IsKey: true }
                ? $"'{field.Name}' says which entry is meant, and is not compared itself"
                : $"'{field.Name}' is never compared";
            return false;
        }

        corrected.Append(corrected.Length > 0 ? "." : "").Append(field.Name);
        return WalkInto(field, i + 1);
    }

    private bool WalkInto(FieldSpec field, int i)
    {
        if (i == steps.Count)
            return true;
        switch (field.Kind)
        {
            case ValueKind.AnyMap or ValueKind.AnyList or ValueKind.Any:
                return true;
            case ValueKind.Object:
                return Walk(field.Object!, i);
            case ValueKind.ObjectList when steps[i].IsEntry:
                if (field.Order != ListOrder.Keyed && !IsPosition(steps[i].Text))
                {
                    problem ??= $"an entry of '{field.Name}' is named by its position from 0, or by '*' for each";
                    return false;
                }

                corrected.Append('[').Append(steps[i].Text).Append(']');
                return Walk(field.Object!, i + 1);
            case ValueKind.ObjectList:
                problem ??= $"'{field.Name}' is a list, of which an entry is named in brackets";
                corrected.Append("[*]");
                return Walk(field.Object!, i);
            case ValueKind.TextMap or ValueKind.NumberMap when i + 1 == steps.Count:
                corrected.Append(steps[i].IsEntry ? $"[{steps[i].Text}]" : $".{steps[i].Text}");
                return true;
            case ValueKind.TextMap or ValueKind.NumberMap:
                problem ??= $"the values of '{field.Name}' have no parts";
                corrected.Append("['").Append(string.Join(".", steps.Skip(i).Select(step => step.Text))).Append("']");
                return steps.Skip(i).All(step => !step.IsEntry);
            case ValueKind.TextList:
                problem ??= $"'{field.Name}' is compared as a whole";
                return true;
            default:
                problem ??= $"'{field.Name}' has no parts";
                return true;
        }
    }

    // A matcher, a name or an ID: all of them are compared; what only this tool knows, or the server alone sets, is not.
    private static bool IsCompared(FieldSpec field) => field.Role == FieldRole.Managed && !field.IsKey && field.NameOf is not { IsKey: true };

    private static bool IsPosition(string text) => text == "*" || (text.Length > 0 && text.All(c => c is >= '0' and <= '9'));

    private static (List<Step> Steps, bool IsReadable) Read(string path)
    {
        var steps = new List<Step>();
        var i = 0;
        while (i < path.Length)
        {
            if (path[i] == '[')
            {
                var end = FieldPath.EndOfBrackets(path, i);
                if (end < 0)
                    return (steps, false);
                steps.Add(new Step(path.Substring(i + 1, end - i - 2), IsEntry: true));
                i = end;
                continue;
            }

            if (steps.Count > 0)
            {
                if (path[i] != '.')
                    return (steps, false);
                i++;
            }

            var start = i;
            while (i < path.Length && path[i] is not ('.' or '['))
                i++;
            if (i == start)
                return (steps, false);
            steps.Add(new Step(path.Substring(start, i - start), IsEntry: false));
        }

        return (steps, steps.Count > 0);
    }

    // A field or a key of a free mapping, or what is in brackets.
    private readonly record struct Step(string Text, bool IsEntry);
}
