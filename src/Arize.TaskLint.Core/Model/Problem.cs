using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>
/// A problem found while reading a declaration. Rules of the 1xxx range turn problems into findings; each kind of problem has one rule.
/// </summary>
/// <param name="Path">The path of the field, from the task; the root for the document or the task itself.</param>
public abstract record Problem(Place Place, FieldPath Path)
{
    /// <summary>The task that has the problem; null outside of tasks.</summary>
    public TaskDeclaration? Task { get; internal set; }
}

/// <summary>The file is not valid YAML, or no task document.</summary>
public sealed record Unreadable(Place Place, string Reason) : Problem(Place, FieldPath.Root)
{
    /// <summary>Whether the text is valid, but means less than the author may think.</summary>
    public bool IsMild { get; init; }

    /// <summary>Whether there is nothing in the file that could be read.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>The correct form, as a few lines of YAML; null if the message contains it.</summary>
    public string? Example { get; init; }
}

/// <summary>A value of the wrong kind.</summary>
/// <param name="Subject">The subject of the message: the field's name, or a word for it.</param>
/// <param name="Expected">The expected kind, with its article.</param>
/// <param name="Actual">The actual kind, in words.</param>
/// <param name="Written">The scalar as it is written, or null.</param>
/// <param name="Advice">What to write instead, or null.</param>
public sealed record WrongKind(Place Place, FieldPath Path, string Subject, string Expected, string Actual, string? Written, string? Advice)
    : Problem(Place, Path)
{
    /// <summary>The correct form of the field, as two lines of YAML, if its shape is wrong; otherwise null.</summary>
    public string? Example { get; init; }

    /// <summary>The scalar that <see cref="Replacement"/> can replace.</summary>
    internal ScalarNode? Value { get; init; }

    /// <summary>The number or truth value that was meant, or null.</summary>
    internal string? Replacement { get; init; }
}

/// <summary>A field that the table does not have.</summary>
/// <param name="Mapping">The mapping that contains it.</param>
public sealed record UnknownField(ScalarNode Key, FieldPath Path, MappingNode Mapping, ObjectSpec Spec) : Problem(Key.Place, Path)
{
    public string Name => Key.Text;

    /// <summary>The field that was meant, if the name is similar or a synonym; otherwise null.</summary>
    public string? Nearest => Names.NearestTo(Name);

    /// <summary>Whether other names are right as well, so that this is a guess.</summary>
    public bool IsGuess => Spec.IsOpen;

    /// <summary>The entry before it, if its key has no value but needs a mapping or a list: its intended content is not indented.</summary>
    internal FieldSpec? NotIndentedUnder { get; init; }

    /// <summary>The field of the mapping whose own mapping, or entries, have a field of this name; null if there is none.</summary>
    internal FieldSpec? BelongsIn => Nearest is not null ? null : Spec.Fields.FirstOrDefault(one => one.Object?.Find(Name) is not null);

    /// <summary>The unknown keys of the mapping, if several are reported together.</summary>
    internal UnknownNames Names { get; init; } = new(Mapping, Spec);
}

/// <summary>A duplicate key.</summary>
/// <param name="Again">The entry that gives it again.</param>
/// <param name="First">The entry that gave it first, and counts.</param>
public sealed record RepeatedKey(Entry Again, FieldPath Path, MappingNode Mapping, Entry First) : Problem(Again.Key.Place, Path)
{
    public string Name => Again.Key.Text;
}

/// <summary>A required field that is missing or null.</summary>
/// <param name="View">The mapping that lacks it.</param>
public sealed record MissingField(Place Place, FieldPath Path, FieldSpec Field, ObjectView View) : Problem(Place, Path)
{
    /// <summary>The table that requires it.</summary>
    public ObjectSpec Spec => View.Spec;
}

/// <summary>A word that the enum does not have.</summary>
public sealed record UnknownWord(ScalarNode Value, FieldPath Path, FieldSpec Field) : Problem(Value.Place, Path)
{
    /// <summary>The word as results show it.</summary>
    public string Word => Value.ShownText;

    /// <summary>The word that was meant, in the API's own spelling, if one is similar; otherwise null.</summary>
    public string? Nearest => Value.IsFilled ? null : Field.Enum!.MeantBy(Word);
}

/// <summary>A server-managed field with a value.</summary>
/// <param name="Entry">The field's key and value.</param>
/// <param name="Mapping">The mapping that contains it.</param>
public sealed record DeclaredServerField(Entry Entry, FieldPath Path, MappingNode Mapping, FieldSpec Field) : Problem(Entry.Key.Place, Path);

/// <summary>An empty or blank text that is required.</summary>
public sealed record BlankText(Place Place, FieldPath Path, FieldSpec Field) : Problem(Place, Path);

/// <summary>A variable that is not set and has no default.</summary>
public sealed record UnsetVariable(Place Place, FieldPath Path, string Variable) : Problem(Place, Path);

/// <summary>A variable whose default is written in the form of the shell.</summary>
/// <param name="Form">The variable as it is written: <c>${VAR:-x}</c>.</param>
public sealed record ShellDefault(Place Place, FieldPath Path, string Form) : Problem(Place, Path);

/// <summary>A value that is not constant, so that it is known only at run time.</summary>
public sealed record NotConstant(Place Place, FieldPath Path) : Problem(Place, Path)
{
    /// <summary>Whether the problem is not a value, but code that continues to build and cannot be followed.</summary>
    public bool IsBuilder { get; init; }
}

/// <summary>Code that declares tasks too late to be read.</summary>
/// <param name="Subject">The async method, the call that is not awaited, or the catalog.</param>
public sealed record LostDeclaration(Place Place, LossCause Cause, string Subject) : Problem(Place, FieldPath.Root);

/// <summary>Why what a catalog declares is lost.</summary>
public enum LossCause
{
    /// <summary>A method is <c>async void</c>, so that it cannot be awaited.</summary>
    AsyncVoid,

    /// <summary>A call returns a task that is not awaited.</summary>
    NotAwaited,

    /// <summary>A builder was called when the catalog's <c>Declare</c> had returned.</summary>
    Late,

    /// <summary>Work that <c>Declare</c> started did not end, and may declare more.</summary>
    Unfinished,
}

/// <summary>An ID of another kind of resource.</summary>
/// <param name="Actual">The kind of resource that the ID belongs to.</param>
public sealed record ForeignId(Place Place, FieldPath Path, FieldSpec Field, string Id, ResourceKind Actual) : Problem(Place, Path);

/// <summary>A reference whose text seems to be of another sort: a name for an ID, an ID for a name, a part of an ID.</summary>
/// <param name="WholeId">The ID that it is a part of, or null.</param>
public sealed record DoubtfulReference(Place Place, FieldPath Path, FieldSpec Field, string Text, string? WholeId) : Problem(Place, Path);

/// <summary>A reference given both by ID and by name.</summary>
/// <param name="Place">The place of the second one.</param>
public sealed record TwofoldReference(Place Place, FieldPath Path, FieldSpec ById, FieldSpec ByName) : Problem(Place, Path);

/// <summary>A name, in a suppression or in settings, that does not exist or has a value that it cannot have.</summary>
/// <param name="Reason">The problem, as a message.</param>
/// <param name="Nearest">The name that may be meant, in its correct spelling; null if none is similar.</param>
public sealed record UnknownSetting(Place Place, string Reason, string? Nearest = null) : Problem(Place, FieldPath.Root)
{
    /// <summary>A rule that does not exist.</summary>
    /// <param name="id">The name in the text.</param>
    /// <param name="known">The IDs of the rules.</param>
    public static UnknownSetting Rule(Place place, string id, IEnumerable<string> known) =>
        new(place, $"there is no rule '{Excerpt.Of(id)}'", NearestName.Of(id, known));

    /// <summary>A word other than the permitted ones.</summary>
    /// <param name="known">The words that there are.</param>
    public static UnknownSetting Word(Place place, string subject, string word, IReadOnlyList<string> known) =>
        new(place, $"{subject} must be {string.Join(", ", known)}, but is '{Excerpt.Of(word)}'", NearestName.Of(word, known));
}
