using System.Text;
using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Core.Snapshots;

namespace Arize.TaskLint.Client.Api;

/// <summary>The operations of the API that a check needs.</summary>
/// <param name="client">Asks.</param>
public sealed class ArizeApi(ApiClient client)
{
    /// <summary>The largest page that the API gives.</summary>
    public const int PageSize = 100;

    // The API refuses to look for a longer name.
    private const int LongestFilter = 255;

    /// <summary>What messages call names and IDs.</summary>
    internal ShownNames Names
    {
        get => client.Names;
        set => client.Names = value;
    }

    /// <summary>Says that <see cref="Names"/> are not known yet.</summary>
    internal void AwaitNames() => client.AwaitNames();

    /// <summary>The host that is asked, for messages.</summary>
    public string Host => client.Host;

    /// <summary>One task, by its ID; null where it does not exist or the key cannot see it.</summary>
    public async Task<MappingNode?> GetTaskAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var answer = await GetAsync($"/v2/tasks/{Segment(id)}", $"/v2/tasks/{Names.Of(id)}", cancellation).ConfigureAwait(false);
            if (LiveTaskShape.ProblemOf(answer) is { } problem)
                throw new ApiException(ApiFailure.Other, $"{Host} answered with something else than a task: {problem}");
            return answer is MappingNode task && task["id"] is ScalarNode own && IsSameId(own.Text, id)
                ? task
                : throw new ApiException(ApiFailure.Other, $"{Host} answered with another task than the one that was asked for");
        }
        catch (ApiException missing) when (missing.Failure == ApiFailure.NotFound)
        {
            return null;
        }
    }

    // In a path, '.' and '..' lead elsewhere, however they are written; what is answered there says nothing of the resource.
    private string Segment(string id) => id is "." or ".."
        ? throw new ApiException(ApiFailure.Other, $"{Host} cannot be asked for the ID '{Names.Of(id)}': it stands for a folder in an address")
        : Uri.EscapeDataString(id);

    /// <summary>One evaluator, with the version that is asked for.</summary>
    /// <param name="id">The evaluator's ID.</param>
    /// <param name="version">The version's ID; null for the latest.</param>
    /// <param name="cancellation">Ends the request at once.</param>
    /// <exception cref="ApiException">No answer that can be used.</exception>
    public async Task<(EvaluatorInfo Evaluator, EvaluatorVersionInfo? Version)> GetEvaluatorAsync(
        string id, string? version, CancellationToken cancellation)
    {
        var evaluator = EvaluatorReader.Read(await GetEvaluatorAnswerAsync(id, version, cancellation).ConfigureAwait(false), out var told)!;
        return (evaluator, told);
    }

    /// <summary>One evaluator, with the version that is asked for, as it is answered.</summary>
    /// <inheritdoc cref="GetEvaluatorAsync"/>
    internal async Task<MappingNode> GetEvaluatorAnswerAsync(string id, string? version, CancellationToken cancellation)
    {
        (string, string?)[] query = [("version_id", version)];
        var answer = await GetAsync(
            $"/v2/evaluators/{Segment(id)}{Query(query)}",
            $"/v2/evaluators/{Names.Of(id)}{ShownQuery(query)}",
            cancellation).ConfigureAwait(false);
        if (EvaluatorReader.Read(answer, out _) is not { } evaluator)
            throw new ApiException(ApiFailure.Other, $"{Host} answered with something else than an evaluator");
        return IsSameId(evaluator.Id, id)
            ? (MappingNode)answer
            : throw new ApiException(ApiFailure.Other, $"{Host} answered with another evaluator than the one that was asked for");
    }

    /// <summary>The last runs of a task, at most 20.</summary>
    /// <param name="taskId">The ID of the task.</param>
    /// <param name="cancellation">Ends the request at once.</param>
    /// <exception cref="ApiException">No answer that can be used.</exception>
    public async Task<ListNode> GetRunsAsync(string taskId, CancellationToken cancellation)
    {
        const string Few = "?limit=20";
        var answer = await GetAsync(
            $"/v2/tasks/{Segment(taskId)}/runs{Few}", $"/v2/tasks/{Names.Of(taskId)}/runs{Few}", cancellation).ConfigureAwait(false);
        return (answer as MappingNode)?[Snapshot.RunsMember] as ListNode
            ?? throw new ApiException(ApiFailure.Other, $"the answer of {Host} has no list '{Snapshot.RunsMember}'");
    }

    /// <summary>The last runs of a task, 100 at first, and older ones for as long as they are wanted.</summary>
    /// <param name="taskId">The ID of the task.</param>
    /// <param name="wantsMore">Whether older runs than those that were read are wanted.</param>
    /// <param name="cancellation">Ends the request at once.</param>
    /// <exception cref="ApiException">No answer that can be used.</exception>
    public async Task<IReadOnlyList<ListNode>> GetRunsAsync(
        string taskId, Func<IReadOnlyList<ListNode>, bool> wantsMore, CancellationToken cancellation)
    {
        var pages = new List<ListNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            (string, string?)[] query = [("limit", PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("cursor", cursor)];
            var answer = await GetAsync(
                $"/v2/tasks/{Segment(taskId)}/runs{Query(query)}", $"/v2/tasks/{Names.Of(taskId)}/runs{ShownQuery(query)}", cancellation)
                .ConfigureAwait(false) as MappingNode;
            if (answer is null || answer[Snapshot.RunsMember] is not ListNode runs)
                throw new ApiException(ApiFailure.Other, $"the answer of {Host} has no list '{Snapshot.RunsMember}'");
            pages.Add(runs);
            var pagination = answer["pagination"] as MappingNode;
            var isLast = pagination?["has_more"] is ScalarNode { IsPlain: true, Text: "false" };
            cursor = !isLast && pagination?["next_cursor"] is ScalarNode { IsNull: false, Text.Length: > 0 } next ? next.Text : null;
        }
        while (cursor is not null && seen.Add(cursor) && wantsMore(pages));
        return pages;
    }

    /// <summary>The pages of a list, one request each.</summary>
    /// <param name="kind">What is listed.</param>
    /// <param name="filters">Names and values of the query; those without a value, or with one that is too long to be looked for, are left
    /// out.</param>
    /// <param name="isReadToEnd">Whether all pages are wanted, so that the next one is asked for while a page is looked at.</param>
    /// <param name="cancellation">Ends the request at once.</param>
    /// <param name="from">The cursor of the page to begin with; null for the first.</param>
    /// <exception cref="ApiException">A page cannot be had, or the list does not end.</exception>
    public async IAsyncEnumerable<Page> ListAsync(
        ResourceKind kind,
        IReadOnlyList<(string Name, string? Value)> filters,
        bool isReadToEnd,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation,
        string? from = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cursor = from;
        Task<Node>? ahead = null;
        try
        {
            do
            {
                var answer = await (ahead ?? GetPageAsync(kind, filters, cursor, cancellation)).ConfigureAwait(false);
                ahead = null;
                if ((answer as MappingNode)?[kind.ListMember!] is not ListNode items)
                    throw new ApiException(ApiFailure.Other, $"the answer of {Host} to GET /v2/{kind.ListPath} has no list '{kind.ListMember}'");
                cursor = NextOf((MappingNode)answer, out var doubt, kind);
                var isNew = cursor is null || seen.Add(cursor);
                if (isReadToEnd && cursor is not null && isNew)
                    ahead = GetPageAsync(kind, filters, cursor, cancellation);
                yield return new Page(items, cursor, doubt);
                if (!isNew)
                    throw new ApiException(ApiFailure.Other, $"the list of GET /v2/{kind.ListPath} does not end: {Host} gives the same cursor again");
            }
            while (cursor is not null);
        }
        finally
        {
            // Where the list is let go, nobody asks how the request for its next page ended.
            _ = ahead?.ContinueWith(
                static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    // Only an answer that says so itself ends a list.
    private string? NextOf(MappingNode answer, out string? doubt, ResourceKind kind)
    {
        var pagination = answer["pagination"] as MappingNode;
        var next = pagination?["next_cursor"] is ScalarNode { IsNull: false, Text.Length: > 0 } given ? given.Text : null;
        bool? hasMore = pagination?["has_more"] is ScalarNode { IsPlain: true, Text: var more } && PlainScalar.TryBoolean(more, out var value)
            ? value
            : null;
        var cursor = hasMore == false ? null : next;
        doubt = cursor is not null || hasMore == false ? null
            : hasMore is null
                ? $"{Host} does not say whether its list of {kind.Noun}s goes on (the answer has no 'has_more' that is true or false)"
            : $"{Host} broke off its list of {kind.Noun}s without saying how it goes on";
        return cursor;
    }

    private Task<Node> GetPageAsync(
        ResourceKind kind, IReadOnlyList<(string Name, string? Value)> filters, string? cursor, CancellationToken cancellation)
    {
        var limit = PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (string, string?)[] query = [.. filters, ("limit", limit), ("cursor", cursor)];
        return GetAsync($"/v2/{kind.ListPath}{Query(query)}", $"/v2/{kind.ListPath}{ShownQuery(query)}", cancellation);
    }

    // IDs are opaque, but the padding at their end is often lost, and servers take them without it.
    private static bool IsSameId(string one, string other) => one.TrimEnd('=') == other.TrimEnd('=');

    private async Task<Node> GetAsync(string pathAndQuery, string shown, CancellationToken cancellation)
    {
        shown = Names == ShownNames.AsTheyAre ? pathAndQuery : shown;
        var answer = await client.GetAsync(pathAndQuery, shown, cancellation).ConfigureAwait(false);
        return RepeatedKeys.FirstIn(answer) is not { } key ? answer : throw new ApiException(ApiFailure.Other,
            $"the answer of {Host} to GET {shown.Split('?')[0]} has the key '{Names.Conceal(key)}' twice in one object, "
                + "so it is not clear which value counts");
    }

    /// <summary>What to suggest where a name is not there: the first page of a list, or null where even that cannot be had.</summary>
    public async Task<ListNode?> SuggestionsAsync(
        ResourceKind kind, IReadOnlyList<(string Name, string? Value)> filters, CancellationToken cancellation)
    {
        try
        {
            await foreach (var page in ListAsync(kind, filters, isReadToEnd: false, cancellation).ConfigureAwait(false))
                return page.Items;
        }
        catch (ApiException)
        {
            // Advice is worth a request, and no failure.
        }

        return null;
    }

    private string ShownQuery(IEnumerable<(string Name, string? Value)> parameters) =>
        Query(parameters.Select(parameter => (parameter.Name, parameter.Value is null ? null : Names.Of(parameter.Value))));

    private static string Query(IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is not null && !(name == "name" && value.Length > LongestFilter))
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">The cursor of the page that follows; null where none does.</param>
/// <param name="Doubt">Why it is not known whether the list has further entries, as the beginning of a message; null where it is.</param>
public sealed record Page(ListNode Items, string? Next, string? Doubt)
{
    /// <summary>Whether another page follows.</summary>
    public bool HasMore => Next is not null;
}
