using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>
/// Something that reading a declaration found. Rules of the 1xxx range turn problems into findings; each kind of problem has one rule.
/// </summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Path">The path of the field, from the task; the root for the document or the task itself.</param>
public abstract record Problem(Place Place, FieldPath Path)
{
    /// <summary>The task that it stands in, or null for what stands outside of tasks.</summary>
    public TaskDeclaration? Task { get; internal set; }
}

/// <summary>The file is not valid YAML, or no task document.</summary>
/// <param name="Place">Where.</param>
/// <param name="Reason">Why, as a message.</param>
public sealed record Unreadable(Place Place, string Reason) : Problem(Place, FieldPath.Root)
{
    /// <summary>Whether nothing is wrong with the text, which only says less than somebody may think.</summary>
    public bool IsMild { get; init; }

    /// <summary>Whether there is nothing in the file that could be read.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>How it is written, as a few lines of YAML; null where the message says it.</summary>
    public string? Example { get; init; }
}

/// <summary>A value of the wrong kind.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Subject">What has the value: the field's name, or a word for it.</param>
/// <param name="Expected">What is needed, with its article.</param>
/// <param name="Actual">What is there, in words.</param>
/// <param name="Written">The scalar as it is written, or null.</param>
/// <param name="Advice">What to write in its place, or null.</param>
public sealed record WrongKind(Place Place, FieldPath Path, string Subject, string Expected, string Actual, string? Written, string? Advice)
    : Problem(Place, Path)
{
    /// <summary>How the field is written, as two lines of YAML, where its shape is wrong; else null.</summary>
    public string? Example { get; init; }

    /// <summary>The scalar that is written, where <see cref="Replacement"/> can stand in its place.</summary>
    internal ScalarNode? Value { get; init; }

    /// <summary>The number or truth value that was meant, or null.</summary>
    internal string? Replacement { get; init; }
}

/// <summary>A field that the table does not have.</summary>
/// <param name="Key">The field's key.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Mapping">The mapping that it stands in.</param>
/// <param name="Spec">The table.</param>
public sealed record UnknownField(ScalarNode Key, FieldPath Path, MappingNode Mapping, ObjectSpec Spec) : Problem(Key.Place, Path)
{
    public string Name => Key.Text;

    /// <summary>The field that was meant, where one is near, or people write that word for it; else null.</summary>
    public string? Nearest => Names.NearestTo(Name);

    /// <summary>Whether other names are right as well, so that this is a guess.</summary>
    public bool IsGuess => Spec.IsOpen;

    /// <summary>
    /// The entry before it, where its key has no value and a mapping or list belongs there: what is meant to be in it is not indented.
    /// </summary>
    internal FieldSpec? NotIndentedUnder { get; init; }

    /// <summary>The field of the mapping whose own mapping, or entries, have a field of this name; null where none has.</summary>
    internal FieldSpec? BelongsIn => Nearest is not null ? null : Spec.Fields.FirstOrDefault(one => one.Object?.Find(Name) is not null);

    /// <summary>The unknown keys of the mapping, where several are noted together.</summary>
    internal UnknownNames Names { get; init; } = new(Mapping, Spec);
}

/// <summary>A key that stood there already.</summary>
/// <param name="Again">The entry that gives it again.</param>
/// <param name="Path">The field's path.</param>
/// <param name="First">The entry that gave it first, and counts.</param>
public sealed record RepeatedKey(Entry Again, FieldPath Path, MappingNode Mapping, Entry First) : Problem(Again.Key.Place, Path)
{
    public string Name => Again.Key.Text;
}

/// <summary>A required field that is not there, or null.</summary>
/// <param name="Place">Where it should be.</param>
/// <param name="Path">The field's path.</param>
/// <param name="View">The mapping that lacks it.</param>
public sealed record MissingField(Place Place, FieldPath Path, FieldSpec Field, ObjectView View) : Problem(Place, Path)
{
    /// <summary>The table that requires it.</summary>
    public ObjectSpec Spec => View.Spec;
}

/// <summary>A word that the enum does not have.</summary>
/// <param name="Value">The field's value.</param>
/// <param name="Path">The field's path.</param>
public sealed record UnknownWord(ScalarNode Value, FieldPath Path, FieldSpec Field) : Problem(Value.Place, Path)
{
    /// <summary>The word as results show it.</summary>
    public string Word => Value.ShownText;

    /// <summary>The word that was meant, in the API's own spelling, where one is near; else null.</summary>
    public string? Nearest => Value.IsFilled ? null : Field.Enum!.MeantBy(Word);
}

/// <summary>A server-managed field with a value.</summary>
/// <param name="Entry">The field's key and value.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Mapping">The mapping that it stands in.</param>
public sealed record DeclaredServerField(Entry Entry, FieldPath Path, MappingNode Mapping, FieldSpec Field) : Problem(Entry.Key.Place, Path);

/// <summary>An empty or blank text where one is needed.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">The field's path.</param>
public sealed record BlankText(Place Place, FieldPath Path, FieldSpec Field) : Problem(Place, Path);

/// <summary>A variable that is not set and has no default.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Variable">The variable's name.</param>
public sealed record UnsetVariable(Place Place, FieldPath Path, string Variable) : Problem(Place, Path);

/// <summary>A variable whose default is written as the shell does.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Form">The variable as it is written: <c>${VAR:-x}</c>.</param>
public sealed record ShellDefault(Place Place, FieldPath Path, string Form) : Problem(Place, Path);

/// <summary>A value that is no constant, so that only a run of the code tells it.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">The field's path.</param>
public sealed record NotConstant(Place Place, FieldPath Path) : Problem(Place, Path)
{
    /// <summary>Whether it is no value that cannot be read, but code that goes on building and cannot be followed.</summary>
    public bool IsBuilder { get; init; }
}

/// <summary>Code that declares tasks when nobody reads them any more.</summary>
/// <param name="Place">Where.</param>
/// <param name="Cause">Why they are lost.</param>
/// <param name="Subject">The method that is async, the call that nobody waits for, or the catalog.</param>
public sealed record LostDeclaration(Place Place, LossCause Cause, string Subject) : Problem(Place, FieldPath.Root);

/// <summary>Why what a catalog declares is lost.</summary>
public enum LossCause
{
    /// <summary>A method is <c>async void</c>, so that its caller cannot wait for it.</summary>
    AsyncVoid,

    /// <summary>A call gives a task that nobody waits for.</summary>
    NotAwaited,

    /// <summary>A builder was called when the catalog's <c>Declare</c> had returned.</summary>
    Late,

    /// <summary>Work that <c>Declare</c> started did not end, and may declare more.</summary>
    Unfinished,
}

/// <summary>An ID of another kind of resource.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Actual">What the ID belongs to.</param>
public sealed record ForeignId(Place Place, FieldPath Path, FieldSpec Field, string Id, ResourceKind Actual) : Problem(Place, Path);

/// <summary>A reference whose text seems to be of another sort: a name for an ID, an ID for a name, a part of an ID.</summary>
/// <param name="Place">Where.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Text">What it holds.</param>
/// <param name="WholeId">The ID that it is a part of, or null.</param>
public sealed record DoubtfulReference(Place Place, FieldPath Path, FieldSpec Field, string Text, string? WholeId) : Problem(Place, Path);

/// <summary>A reference given both by ID and by name.</summary>
/// <param name="Place">Where the second one stands.</param>
/// <param name="Path">The second one's path.</param>
/// <param name="ById">The field by ID.</param>
/// <param name="ByName">The field by name.</param>
public sealed record TwofoldReference(Place Place, FieldPath Path, FieldSpec ById, FieldSpec ByName) : Problem(Place, Path);

/// <summary>Something is named, in a suppression or in settings, that does not exist, or is given a value that it cannot have.</summary>
/// <param name="Place">Where.</param>
/// <param name="Reason">What is wrong, as a message.</param>
/// <param name="Nearest">What may have been meant, as it is to be written; null where nothing is near.</param>
public sealed record UnknownSetting(Place Place, string Reason, string? Nearest = null) : Problem(Place, FieldPath.Root)
{
    /// <summary>A rule that does not exist.</summary>
    /// <param name="place">Where it is named.</param>
    /// <param name="id">What it is called there.</param>
    /// <param name="known">The IDs of the rules.</param>
    public static UnknownSetting Rule(Place place, string id, IEnumerable<string> known) =>
        new(place, $"there is no rule '{Excerpt.Of(id)}'", NearestName.Of(id, known));

    /// <summary>A word where one of a few is expected.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="subject">What has it.</param>
    /// <param name="known">The words that there are.</param>
    public static UnknownSetting Word(Place place, string subject, string word, IReadOnlyList<string> known) =>
        new(place, $"{subject} must be {string.Join(", ", known)}, but is '{Excerpt.Of(word)}'", NearestName.Of(word, known));
}
