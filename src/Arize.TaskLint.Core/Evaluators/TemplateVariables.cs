namespace Arize.TaskLint.Core.Evaluators;

/// <summary>
/// The variables of an evaluator's template: <c>{name}</c>. <c>{{</c> and <c>}}</c> stand for braces, and braces around anything but a name
/// are text, as in a JSON sample.
/// </summary>
public static class TemplateVariables
{
    /// <summary>Finds the variables, each once, in the order of the template.</summary>
    /// <param name="possible">Further names that begin what stands in braces: <c>{{name}}</c>, <c>{ name }</c>, and both <c>name</c> and
    /// <c>name.part</c> for <c>{name.part}</c>.</param>
    public static IReadOnlyList<string> Of(string template, out IReadOnlyList<string> possible)
    {
        var variables = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
                continue;
            var isEscaped = i + 1 < template.Length && template[i + 1] == '{';
            var start = isEscaped ? i + 2 : i + 1;
            var end = EndOfName(template, start);
            if (!isEscaped && end > start && end < template.Length && template[end] == '}')
            {
                var name = template.Substring(start, end - start);
                if (seen.Add(name))
                    variables.Add(name);
                i = end;
                continue;
            }

            while (start < template.Length && (char.IsWhiteSpace(template[start]) || template[start] is '#' or '^' or '/' or '&' or '%'))
                start++;
            end = EndOfName(template, start);
            if (end > start)
            {
                others.Add(template.Substring(start, end - start));
                others.Add(template.Substring(start, EndOfPath(template, end) - start));
            }

            i += isEscaped ? 1 : 0;
        }

        others.ExceptWith(seen);
        possible = [.. others];
        return variables;
    }

    private static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[end] == '_' || (end == start ? char.IsLetter(text[end]) : char.IsLetterOrDigit(text[end]))))
            end++;
        return end;
    }

    // Templates that name columns outright are seen in Arize's documentation: {attributes.input.value}.
    private static int EndOfPath(string text, int end)
    {
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
            end++;
        return end;
    }
}
