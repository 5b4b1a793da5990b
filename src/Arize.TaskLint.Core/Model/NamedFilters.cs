using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Model;

/// <summary>The IDs of a task's filters, in the trace and session shape.</summary>
internal sealed class NamedFilters
{
    private readonly HashSet<string> known;
    private readonly Dictionary<string, string> byLooseId = new(StringComparer.OrdinalIgnoreCase);

    private NamedFilters(IReadOnlyList<string> ids)
    {
        Ids = ids;
        known = [.. ids];
        foreach (var id in ids)
        {
            if (!byLooseId.ContainsKey(id))
                byLooseId.Add(id, id);
        }
    }

    /// <summary>The IDs that are declared.</summary>
    internal IReadOnlyList<string> Ids { get; }

    /// <summary>The declared filters of a task; null if they may not be all.</summary>
    internal static NamedFilters? Of(TaskDeclaration task)
    {
        var field = task.QueryFilters;
        if (field.IsUncertain || task.HasMisspelt(TaskFields.QueryFilters, QueryFiltersFields.Filters))
            return null;
        if (field.Object?[QueryFiltersFields.Filters] is not { } filters)
            return field.SaysNone || !task.IsPartial ? new NamedFilters([]) : null;
        if (filters.IsUncertain || (filters.IsAbsent && task.IsPartial))
            return null;
        var ids = filters.Objects.Select(filter => filter[NamedFilterFields.Id].Text).ToList();
        return ids.Contains(null) ? null : new NamedFilters(ids!);
    }

    /// <summary>Why a name matches no filter, for a message; null if it matches one, or if another finding reports the reason.</summary>
    internal string? MisfitOf(string name) => MisfitOf(name, out _);

    /// <summary>Why a name matches no filter, for a message; null if it matches one, or if another finding reports the reason.</summary>
    /// <param name="meant">The filter that is meant, where one is.</param>
    internal string? MisfitOf(string name, out string? meant)
    {
        meant = null;
        if (known.Contains(name))
            return null;
        meant = byLooseId.TryGetValue(name.Trim(), out var near) ? near : null;
        // A filter's ID other than a letter from A to E is reported where it is declared.
        if (meant is not null && !TaskEnums.FilterLetters.Contains(meant))
            return null;
        return $"'{Excerpt.Of(name)}' is no filter of this task" + (meant is not null ? $"; did you mean '{meant}'"
            : Ids.Count > 0 ? $", which has {string.Join(", ", Ids.Take(TaskEnums.FilterLetters.Count).Select(Excerpt.Of))}"
            : ", which has none");
    }
}
