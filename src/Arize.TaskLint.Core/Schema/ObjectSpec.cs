namespace Arize.TaskLint.Core.Schema;

/// <summary>The fields that a mapping may have.</summary>
public sealed class ObjectSpec
{
    private readonly Dictionary<string, FieldSpec> byName = new(StringComparer.Ordinal);

    /// <summary>Creates the table.</summary>
    /// <param name="noun">The noun for messages, with its article: <c>a task</c>.</param>
    /// <param name="fields">The fields, in the order of the field reference.</param>
    public ObjectSpec(string noun, params FieldSpec[] fields)
    {
        Noun = noun;
        Fields = fields;
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Owner is not null)
                throw new ArgumentException($"'{fields[i].Name}' belongs to {fields[i].Owner!.Noun} already; take a copy of it", nameof(fields));
            fields[i].Ordinal = i;
            fields[i].Owner = this;
            byName.Add(fields[i].Name, fields[i]);
        }

        Demanding = [.. fields.Where(field => field.IsRequired || field.NameOf is not null)];
    }

    /// <summary>The noun for the mapping, with its article: <c>a task</c>.</summary>
    public string Noun { get; }

    /// <summary>The noun for the mapping, without an article: <c>task</c>.</summary>
    public string Name => Noun.StartsWith("a ", StringComparison.Ordinal) ? Noun.Substring(2)
        : Noun.StartsWith("an ", StringComparison.Ordinal) ? Noun.Substring(3)
        : Noun;

    /// <summary>The fields, in the order of the field reference.</summary>
    public IReadOnlyList<FieldSpec> Fields { get; }

    // The fields that ask something of the mapping as a whole: that they are there, or that their twin is not.
    internal FieldSpec[] Demanding { get; }

    /// <summary>Whether the API may return fields beyond these, so that no field is unknown.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether a rule of its own reports required fields that are missing, in place of ATL1005.</summary>
    public bool RequiredHasOwnRule { get; init; }

    /// <summary>The field of a name, or null.</summary>
    public FieldSpec? Find(string name) => byName.TryGetValue(name, out var field) ? field : null;

    /// <summary>The field that holds the same reference as another by name, or null.</summary>
    public FieldSpec? NameTwinOf(FieldSpec byId) => byId.Refers is null ? null : Fields.FirstOrDefault(field => field.NameOf == byId);

    /// <summary>The field that is meant by an unknown name: a synonym, or a similar name; null if there is none.</summary>
    internal FieldSpec? MeantBy(string name, out bool isOtherWord)
    {
        isOtherWord = false;
        if (name.Length > NearestName.LongestWord)
            return null;
        var word = NearestName.Normal(name);
        foreach (var field in Fields)
        {
            if (field.AlsoCalled.Contains(word) && NearestName.Normal(field.Name) != word)
            {
                isOtherWord = true;
                return field;
            }
        }

        return NearestName.Of(name, Fields.Select(known => known.Name)) is { } nearest ? Find(nearest) : null;
    }

    /// <summary>
    /// The field that is meant by a key of an open mapping, in which other keys are permitted, too. Only slips that cannot be the name of another
    /// parameter count: letter case and separators, or one letter of a long word.
    /// </summary>
    internal FieldSpec? SlipOf(string name)
    {
        if (name.Length > NearestName.LongestWord || OtherParameters.Has(name))
            return null;
        var word = NearestName.Normal(name);
        foreach (var field in Fields)
        {
            var known = NearestName.Normal(field.Name);
            var most = Math.Min(word.Length, known.Length) switch { < 6 => 0, < 10 => 1, _ => 2 };
            if (Math.Abs(word.Length - known.Length) <= most && NearestName.Distance(word, known) <= most)
                return field;
        }

        return null;
    }

    /// <summary>Whether a key is the author's own: a home for anchors, never read.</summary>
    public static bool IsOwnKey(string key) => key.StartsWith("x-", StringComparison.Ordinal);
}
