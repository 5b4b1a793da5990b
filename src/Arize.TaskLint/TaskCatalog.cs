using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>
/// Declares tasks of Arize AX in C#: derive a class from it and override <see cref="Declare"/>. A catalog is code; loops, helpers, conditions and
/// values from the environment are ordinary C#. <c>tasklint lint</c> and <c>tasklint check</c> create every catalog that has a constructor without
/// parameters.
/// </summary>
/// <remarks>
/// What is not declared is unmanaged, and not compared; null must be unset. Texts are taken as they are: <c>${VAR}</c> is not filled in,
/// as it is in YAML. A value that the API does not take never throws here; the analyzer and <c>tasklint lint</c> explain it. What is declared
/// when <see cref="Declare"/> has returned is lost: it must not be <c>async void</c>, and waits for asynchronous work that declares.
/// </remarks>
public abstract class TaskCatalog
{
    /// <summary>Declares the tasks.</summary>
    /// <param name="tasks">Takes them.</param>
    protected abstract void Declare(TaskCatalogBuilder tasks);

    /// <summary>
    /// The declarations as a task document: JSON on one line, with the source file and line of every value under keys that begin with
    /// <c>x-</c>. Runs <see cref="Declare"/> each time, whose exceptions come through.
    /// </summary>
    public string ToDocument()
    {
        TaskCatalogBuilder tasks;
        using (DeclareRun.Begin(out var held))
        {
            tasks = new TaskCatalogBuilder();
            GC.KeepAlive(held);
            Declare(tasks);
        }

        return DocumentWriter.Write(GetType().FullName!, tasks.ToRoot());
    }
}
