using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Judging;

/// <summary>Judges tasks on a thread of its own, in their order, while further ones are read.</summary>
#pragma warning disable CA1001 // Finish disposes what it owns, and is called in any case.
internal sealed class JudgeQueue
#pragma warning restore CA1001
{
    // To hand over a task takes longer than to judge it, unless several go together.
    private const int BatchSize = 32;

    // What is read ahead takes memory.
    private const int MostBatches = 2;

    // Small files need neither.
    private BlockingCollection<List<TaskDeclaration>>? batches;
    private Task? worker;

    private readonly Action<TaskDeclaration> judge;
    private List<TaskDeclaration> filling = [];
    private ExceptionDispatchInfo? failure;

    /// <param name="judge">Judges a task; called for one task after the other.</param>
    internal JudgeQueue(Action<TaskDeclaration> judge) => this.judge = judge;

    internal void Add(TaskDeclaration task)
    {
        filling.Add(task);
        if (filling.Count < BatchSize)
            return;
        if (batches is null)
        {
            batches = new BlockingCollection<List<TaskDeclaration>>(MostBatches);
            worker = Task.Factory.StartNew(() => Work(batches), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        batches.Add(filling);
        filling = new List<TaskDeclaration>(BatchSize);
    }

    /// <summary>Waits until all tasks are judged; an exception of the judge is thrown here.</summary>
    internal void Finish()
    {
        batches?.CompleteAdding();
        worker?.GetAwaiter().GetResult();
        batches?.Dispose();
        failure?.Throw();
        filling.ForEach(judge);
    }

    private void Work(BlockingCollection<List<TaskDeclaration>> queued)
    {
        foreach (var batch in queued.GetConsumingEnumerable())
        {
            // After a failure the rest is let go, so that nobody waits for room.
            if (failure is not null)
                continue;
            try
            {
                batch.ForEach(judge);
            }
#pragma warning disable CA1031 // It is thrown again where the tasks came from.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(failed);
            }
        }
    }
}
