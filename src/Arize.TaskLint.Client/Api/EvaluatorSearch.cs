using Arize.TaskLint.Core.Comparison;
using Arize.TaskLint.Core.Evaluators;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Client.Api;

/// <summary>Finds evaluators: one request for each, and one for each version that tasks are pinned to.</summary>
/// <param name="api">The API.</param>
internal sealed class EvaluatorSearch(ArizeApi api)
{
    private readonly Dictionary<(string Id, string? Version), Task<Told>> asked = [];
    private readonly Dictionary<string, LiveFailure> failures = new(StringComparer.Ordinal);

    /// <summary>What was found of each evaluator, in their order.</summary>
    /// <param name="references">The evaluators; with those that are declared by name, what the name came to.</param>
    /// <param name="cancellation">Ends the requests at once.</param>
    internal async Task<IReadOnlyList<AttachedEvaluator>> FindAsync(
        IReadOnlyList<(EvaluatorReference Reference, NameResolution? Name)> references, CancellationToken cancellation)
    {
        var wanted = references
            .Select(one => (one.Reference, Id: one.Reference.Id ?? (one.Name as NameResolution.Found)?.Id, one.Name))
            .ToList();
        var withVersion = wanted.Where(one => one.Id is not null && one.Reference.IsVersionKnown).ToList();
        foreach (var (reference, id, _) in withVersion)
            Ask(id!, reference.Version, cancellation);
        // Any version tells the evaluator itself.
        foreach (var (_, id, _) in wanted.Where(one => one.Id is not null && !withVersion.Exists(other => other.Id == one.Id)))
            Ask(id!, null, cancellation);
        await Task.WhenAll(asked.Values).ConfigureAwait(false);
        // A version that is not there leaves open whether the evaluator is.
        foreach (var (id, _) in asked.Where(one => one.Key.Version is not null && one.Value.Result.IsNotThere).Select(one => one.Key).ToList())
            Ask(id, null, cancellation);
        await Task.WhenAll(asked.Values).ConfigureAwait(false);
        return [.. wanted.Select(one => new AttachedEvaluator(one.Reference, one.Id is { } id ? Answer(one.Reference, id) : Answer(one.Name!)))];
    }

    private void Ask(string id, string? version, CancellationToken cancellation)
    {
        if (!asked.ContainsKey((id, version)))
            asked.Add((id, version), AskAsync(id, version, cancellation));
    }

    private async Task<Told> AskAsync(string id, string? version, CancellationToken cancellation)
    {
        try
        {
            var (evaluator, told) = await api.GetEvaluatorAsync(id, version, cancellation).ConfigureAwait(false);
            return new Told(evaluator, told, null);
        }
        catch (ApiException failed)
        {
            return new Told(null, null, failed);
        }
    }

    private EvaluatorAnswer Answer(EvaluatorReference reference, string id)
    {
        if (!reference.IsVersionKnown)
        {
            var any = asked.Where(one => one.Key.Id == id).Select(one => one.Value.Result).OrderBy(one => one.Evaluator is null).First();
            return any.Evaluator is { } known ? new EvaluatorAnswer.Found(known, null) : NotFound(reference, id, any.Failed!);
        }

        var told = asked[(id, reference.Version)].Result;
        if (told.Evaluator is { } evaluator)
            return Found(reference, id, evaluator, told.Version);
        if (reference.Version is null || !told.IsNotThere)
            return NotFound(reference, id, told.Failed!);
        var itself = asked[(id, null)].Result;
        return itself.Evaluator is { } other ? new EvaluatorAnswer.ForeignVersion(other, null) : NotFound(reference, id, itself.Failed!);
    }

    private static EvaluatorAnswer Found(EvaluatorReference reference, string id, EvaluatorInfo evaluator, EvaluatorVersionInfo? version)
    {
        var isOwn = version?.EvaluatorId is not { } owner || owner == id || owner == evaluator.Id;
        if (reference.Version is not { } pin)
            return new EvaluatorAnswer.Found(evaluator, isOwn ? version : null);
        if (!isOwn && version!.Id == pin)
            return new EvaluatorAnswer.ForeignVersion(evaluator, version.EvaluatorId);
        // A server that knows no versions answers with the latest.
        return new EvaluatorAnswer.Found(evaluator, version?.Id == pin ? version : null);
    }

    private EvaluatorAnswer NotFound(EvaluatorReference reference, string id, ApiException failed)
    {
        if (failed.Failure == ApiFailure.NotFound)
        {
            var advice = reference.Name is null && ResourceId.KindOf(id) is null ? "; if it is a name, declare it as 'evaluator'" : "";
            var what = reference.Name is null ? $"with the ID '{reference.Label}'" : $"'{reference.Label}' with the ID {api.Names.Of(id)}";
            return new EvaluatorAnswer.Missing($"there is no evaluator {what} at {api.Host}, or this key cannot see it{advice}");
        }

        // One finding for each evaluator, however many tasks and versions it concerns.
        if (!failures.TryGetValue(id, out var cause))
            failures.Add(id, cause = new LiveFailure(failed.Message, isShared: false));
        return new EvaluatorAnswer.Undetermined(cause);
    }

    private EvaluatorAnswer Answer(NameResolution name)
    {
        switch (name)
        {
            case NameResolution.Ambiguous { Ids: var ids }:
                return new EvaluatorAnswer.Ambiguous(ids);
            case NameResolution.Unresolved { IsMissing: true, Reason: var reason }:
                return new EvaluatorAnswer.Missing(reason);
            case NameResolution.Unresolved { Reason: var reason }:
                if (!failures.TryGetValue(reason, out var cause))
                    failures.Add(reason, cause = new LiveFailure(reason, isShared: false));
                return new EvaluatorAnswer.Undetermined(cause);
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    private sealed record Told(EvaluatorInfo? Evaluator, EvaluatorVersionInfo? Version, ApiException? Failed)
    {
        /// <summary>Whether the evaluator, or this version of it, is not there.</summary>
        public bool IsNotThere => Failed is { Failure: ApiFailure.NotFound or ApiFailure.Unprocessable };
    }
}
