using Arize.TaskLint.Core.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Makes nodes of scalars: text, style, tag and <c>${VARIABLES}</c>.</summary>
internal sealed class YamlScalarReader(
    EventPlaces places, bool hasSeparators, Func<string, string?> variables, Secret? secret, List<Problem> problems)
{
    // A few words make up most keys. Each is kept only once.
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    internal ScalarNode ReadKey(Scalar scalar)
    {
        if (!keys.TryGetValue(scalar.Value, out var text))
            keys.Add(scalar.Value, text = TextOf(scalar));
        return new ScalarNode(places.Of(scalar), text, scalar.Style == ScalarStyle.Plain);
    }

    internal ScalarNode ReadValue(Scalar scalar)
    {
        var place = places.Of(scalar);
        var plain = IsPlain(scalar, place);
        var text = TextOf(scalar);
        if (!EnvironmentText.Concerns(text))
            return new ScalarNode(place, text, plain);
        var filled = EnvironmentText.Fill(text, variables);
        return new ScalarNode(place, filled.Text, plain || filled.IsFilled, filled.Unset is { } unset ? new UnknownReason(unset, place) : null)
        { Variables = new VariableText(text, plain) { IsFilled = filled.IsFilled, Secrets = filled.Set, ShellForm = filled.ShellForm } };
    }

    /// <summary>Reports a tag other than those of YAML itself.</summary>
    internal void CheckTag(NodeEvent node, Place place)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific || node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
            return;
        problems.Add(new Unreadable(place, $"the tag '{node.Tag.Value}' means nothing in a task document"));
    }

    private string TextOf(Scalar scalar)
    {
        var text = hasSeparators ? LineSeparators.Restore(scalar.Value) : scalar.Value;
        return secret is null ? text : secret.Clean(text);
    }

    private bool IsPlain(Scalar scalar, Place place)
    {
        if (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific)
            return scalar.Style == ScalarStyle.Plain && !scalar.IsQuotedImplicit && !scalar.Tag.IsNonSpecific;
        switch (scalar.Tag.Value)
        {
            case "tag:yaml.org,2002:str":
                return false;
            case "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null":
                return true;
            default:
                CheckTag(scalar, place);
                return false;
        }
    }
}
