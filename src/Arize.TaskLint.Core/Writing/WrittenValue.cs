using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Writing;

/// <summary>A value of a declaration before it is written in a language.</summary>
internal abstract record WrittenValue;

internal sealed record WrittenText(string Text) : WrittenValue;

/// <summary>A number, a truth value or null.</summary>
/// <param name="Text">It, as JSON writes it.</param>
internal sealed record WrittenPlain(string Text) : WrittenValue;

internal sealed record WrittenList(IReadOnlyList<WrittenItem> Items) : WrittenValue;

/// <summary>An entry of a list.</summary>
/// <param name="Comment">What a reader cannot see in the value, such as the name that an ID has; null for nothing.</param>
internal sealed record WrittenItem(WrittenValue Value, string? Comment = null);

/// <param name="Entries">The entries, in their order.</param>
/// <param name="Remarks">What the live mapping has and no declaration can say.</param>
internal sealed record WrittenMapping(IReadOnlyList<WrittenEntry> Entries, IReadOnlyList<Remark> Remarks) : WrittenValue
{
    /// <summary>The entry of a field; null if there is none.</summary>
    internal WrittenEntry? Find(FieldSpec field) => Entries.FirstOrDefault(entry => entry.Field == field);

    /// <summary>The text of a field; null if there is none.</summary>
    internal string? TextOf(FieldSpec field) => (Find(field)?.Value as WrittenText)?.Text;
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Field">The row of the schema; null for a free key.</param>
/// <param name="Comment">What a reader cannot see in the value; null for nothing.</param>
internal sealed record WrittenEntry(string Key, FieldSpec? Field, WrittenValue Value, string? Comment = null);

/// <summary>A live value that no declaration can say. It is kept in a comment.</summary>
/// <param name="Why">The reason, as the beginning of the comment.</param>
internal sealed record Remark(string Key, Node Value, string Why)
{
    /// <summary>The comment, on one line.</summary>
    internal string Text => $"not declared, because {Why}: {Key}: {PrintedText.JsonOf(Value)}";
}
