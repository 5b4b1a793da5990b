using System.Globalization;
using Arize.TaskLint.Client.Api;
using Arize.TaskLint.Core;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Engine.Doctor;

/// <summary>What one request, or a few, came to.</summary>
/// <param name="Name">What was asked for.</param>
/// <param name="Message">What came.</param>
internal sealed record ProbeResult(string Name, string Message)
{
    /// <summary>Why nothing came; null if something did.</summary>
    internal ApiException? Failure { get; init; }

    internal DoctorStatus Status { get => Failure is null ? field : DoctorStatus.Problem; init; }
}

/// <summary>Asks for one of each that a check reads.</summary>
/// <param name="api">The API.</param>
/// <param name="installation">How the tool was installed.</param>
internal sealed class ApiProbe(ArizeApi api, Installation installation)
{
    /// <summary>The list of spaces.</summary>
    internal Task<ProbeResult> SpacesAsync(CancellationToken cancellation) => TryAsync("spaces", "SPACE_READ", async () =>
        Listed("spaces", await PageAsync(ResourceKind.Space, [], cancellation).ConfigureAwait(false), ResourceKind.Space));

    /// <summary>The space that tasks are looked for in, and its ID.</summary>
    internal async Task<(ProbeResult Result, string? Id)> SpaceAsync(string? given, CancellationToken cancellation)
    {
        if (given is null)
            return (new ProbeResult("space", "none is set, so tasks that name none are looked for in all spaces that the key can see"), null);
        if (ResourceId.ResourceOf(given) == ResourceKind.Space)
            return (new ProbeResult("space", $"the one with the ID {given}"), given);
        string? id = null, doubt = null;
        var result = await TryAsync("space", "SPACE_READ", async () =>
        {
            await foreach (var page in api.ListAsync(ResourceKind.Space, [("name", given)], isReadToEnd: false, cancellation).ConfigureAwait(false))
            {
                var named = page.Items.Items.OfType<MappingNode>().FirstOrDefault(one => TextOf(one, "name") == given);
                id ??= named is null ? null : TextOf(named, "id");
                doubt ??= page.Doubt;
            }

            if (id is null && doubt is not null)
                throw new ApiException(ApiFailure.Other, $"{doubt}, so whether there is a space '{given}' is not known");
            var message = id is null
                ? throw new ApiException(ApiFailure.NotFound,
                    $"this key sees no space '{given}' at {api.Host}; check the name, with its letter case, the key and the region")
                : $"{given} has the ID {id}";
            return new ProbeResult("space", message);
        }).ConfigureAwait(false);
        return (result, id);
    }

    /// <summary>Tasks, evaluators, projects and datasets of a space, and the runs of a task.</summary>
    internal async Task<IReadOnlyList<ProbeResult>> ResourcesAsync(string? space, CancellationToken cancellation)
    {
        Page? page = null;
        List<MappingNode> tasks = [];
        var ofTasks = await TryAsync("tasks", "PROJECT_EVAL_TASK_READ and EXPERIMENT_EVAL_TASK_READ", async () =>
        {
            page = await PageAsync(ResourceKind.Task, [("space_id", space)], cancellation).ConfigureAwait(false);
            tasks = TasksOf(page);
            // With such a list, a check leaves the tasks open that it looks for by name.
            var problem = page.Items.Items.Select(LiveTaskShape.ProblemOf).FirstOrDefault(one => one is not null);
            if ((page.Doubt ?? (problem is null ? null : $"the list of tasks of {api.Host} has an entry that is no task: {problem}")) is { } doubt)
                throw new ApiException(ApiFailure.Other, $"{doubt}, so what is declared by name stays undetermined");
            if (tasks.Count > 0 && TextOf(tasks[0], "id") is { } id && await api.GetTaskAsync(id, cancellation).ConfigureAwait(false) is null)
                throw new ApiException(ApiFailure.NotFound, $"{api.Host} lists the task {id}, and answers 404 for it");
            return new ProbeResult("tasks", Counted(page, "task"));
        }).ConfigureAwait(false);
        var evaluators = await TryAsync("evaluators", "EVALUATOR_READ", async () =>
        {
            var list = await PageAsync(ResourceKind.Evaluator, [("space_id", space)], cancellation).ConfigureAwait(false);
            // One that a task runs exists, whatever the list has.
            var id = tasks.Select(EvaluatorOf).FirstOrDefault(one => one is not null)
                ?? list.Items.Items.OfType<MappingNode>().Select(one => TextOf(one, "id")).FirstOrDefault();
            if (id is not null)
                await api.GetEvaluatorAsync(id, null, cancellation).ConfigureAwait(false);
            return Listed("evaluators", list, ResourceKind.Evaluator);
        }).ConfigureAwait(false);
        var projects = await ListAsync("projects", "PROJECT_READ", ResourceKind.Project, space, cancellation).ConfigureAwait(false);
        var datasets = await ListAsync("datasets", "DATASET_READ", ResourceKind.Dataset, space, cancellation).ConfigureAwait(false);
        var runs = await RunsAsync(tasks, ofTasks, cancellation).ConfigureAwait(false);
        return [ofTasks, evaluators, projects, datasets, runs, FieldsOf(page, ofTasks)];
    }

    private Task<ProbeResult> ListAsync(string name, string permission, ResourceKind kind, string? space, CancellationToken cancellation) =>
        TryAsync(name, permission, async () =>
            Listed(name, await PageAsync(kind, [("space_id", space)], cancellation).ConfigureAwait(false), kind));

    // Only --health and a limit of judge calls need runs.
    private async Task<ProbeResult> RunsAsync(List<MappingNode> tasks, ProbeResult ofTasks, CancellationToken cancellation)
    {
        if (ofTasks.Failure is not null)
            return new ProbeResult("runs", "not tried") { Status = DoctorStatus.Skipped };
        if (tasks.Count == 0 || TextOf(tasks[0], "id") is not { } id)
            return new ProbeResult("runs", "there is no task whose runs could be read");
        try
        {
            var runs = await api.GetRunsAsync(id, cancellation).ConfigureAwait(false);
            return new ProbeResult("runs", $"{Counted(new Page(runs, null, null), "run")} of the first task");
        }
        catch (ApiException failed)
        {
            return new ProbeResult("runs", $"{failed.Message}; without them, neither the health of tasks nor their judge calls are known")
            { Status = DoctorStatus.Warning };
        }
    }

    private ProbeResult FieldsOf(Page? page, ProbeResult ofTasks)
    {
        if (ofTasks.Failure is not null || page is null)
            return new ProbeResult("fields", "not tried") { Status = DoctorStatus.Skipped };
        var tasks = TasksOf(page);
        var unknown = new SortedSet<string>(tasks.Select(LiveTaskShape.Unwrap).SelectMany(UnknownMembers.Of).Select(one => one.General),
            StringComparer.Ordinal);
        var read = IsPart(page) ? $"the first {tasks.Count.ToString(CultureInfo.InvariantCulture)} tasks" : "the tasks";
        if (unknown.Count == 0)
            return new ProbeResult("fields", $"{read} have no field that this version does not know");
        var message = $"{read} have fields that this version does not know, and does not compare (ATL7008): {string.Join(", ", unknown)}; "
            + $"the API may be newer than tasklint {BuildInfo.Version}: {installation.Update}";
        return new ProbeResult("fields", message) { Status = DoctorStatus.Warning };
    }

    private static async Task<ProbeResult> TryAsync(string name, string permission, Func<Task<ProbeResult>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (ApiException failed)
        {
            var needs = failed.Failure is ApiFailure.Refused or ApiFailure.NotFound ? $"; reading {name} takes the permission {permission}" : "";
            return new ProbeResult(name, "") { Failure = new ApiException(failed.Failure, failed.Message + needs) };
        }
    }

    private async Task<Page> PageAsync(ResourceKind kind, IReadOnlyList<(string, string?)> filters, CancellationToken cancellation)
    {
        await foreach (var page in api.ListAsync(kind, filters, isReadToEnd: false, cancellation).ConfigureAwait(false))
            return page;
        throw new InvalidOperationException();
    }

    private static string? EvaluatorOf(MappingNode task) => (task[TaskFields.Evaluators.Name] as ListNode)?.Items.OfType<MappingNode>()
        .Select(one => TextOf(one, EvaluatorFields.EvaluatorId.Name)).FirstOrDefault();

    private static string? TextOf(MappingNode node, string member) => node[member] is ScalarNode { IsNull: false } text ? text.Text : null;

    private static List<MappingNode> TasksOf(Page page) => [.. page.Items.Items.OfType<MappingNode>()];

    // Only the first page is read.
    private static bool IsPart(Page page) => page.HasMore || page.Doubt is not null;

    // A name that is in the list is found, whether or not the list is whole.
    private static ProbeResult Listed(string name, Page page, ResourceKind kind) => page.Doubt is null
        ? new ProbeResult(name, Counted(page, kind.Noun))
        : new ProbeResult(name, $"{Counted(page, kind.Noun)}; but {page.Doubt}, so a name that is not in it stays undetermined")
        { Status = DoctorStatus.Warning };

    private static string Counted(Page page, string noun)
    {
        var count = page.Items.Items.Count;
        return $"can be read, {(IsPart(page) ? "at least " : "")}{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
    }
}
