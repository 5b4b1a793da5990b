using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Fixes.Yaml;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Remedies;

/// <summary>What to write in a declaration so that a difference ends: the live value, or an entry that accepts the difference.</summary>
public static class DeclarationEdit
{
    private static readonly ValueKind[] Literals = [ValueKind.Text, ValueKind.Number, ValueKind.Integer, ValueKind.Boolean];

    /// <summary>The edit that makes the declaration say what the live task has, in a line: <c>sampling_rate: 1</c>, <c>SamplingRate(1)</c>.</summary>
    /// <param name="isCode">Whether the declaration is code.</param>
    public static string Of(Change change, bool isCode)
    {
        var method = isCode ? MethodOf(change) : null;
        if (change.Since is not null && Values.IsNone(null, change.Live))
            return $"{change.Path.ToDisplay()}: null";
        if (Values.IsNone(null, change.Live))
            return method is null ? $"remove {change.Path.ToDisplay()}" : $"remove the call of {method}";
        if (method is not null && change.Live is ScalarNode scalar)
        {
            var key = IsEntryOfMap(change) ? YamlValue.Quoted(change.Path.Name!) + ", " : "";
            return $"{method}({key}{(LiveContent.IsText(scalar) ? YamlValue.Quoted(scalar.Text) : scalar.Text)})";
        }

        var instead = change.DeclaredName is null ? "" : " in place of the name";
        return $"{change.Path.ToDisplay()}: {YamlValue.Flow(LiveContent.Of(change.Live!, change.Field?.Object), isJson: false)}{instead}";
    }

    /// <summary>The entry of <c>ignore</c> that accepts the difference, in a line; for code, the call.</summary>
    /// <param name="isCode">Whether the declaration is code.</param>
    public static string Accepting(Change change, bool isCode)
    {
        var path = change.Path.ToString();
        // What is declared in YAML is searched for variables.
        return isCode
            ? $"IgnoreDrift({YamlValue.Quoted(path)}, \"why\")"
            : $"{{ path: {YamlValue.Quoted(VariableText.Escape(path))}, reason: \"why\" }}";
    }

    // Enums and lists have methods of many forms.
    private static string? MethodOf(Change change) =>
        change.Field is not { } field || change.Path.Key is not null || change.DeclaredName is not null ? null
        : IsEntryOfMap(change) || (field.Name == change.Path.Name && Literals.Contains(field.Kind)) ? FieldMethods.Of(field)
        : null;

    private static bool IsEntryOfMap(Change change) =>
        change.Field is { Kind: ValueKind.TextMap or ValueKind.NumberMap } && change.Path.Name is not null && change.Path.Name != change.Field.Name;
}
