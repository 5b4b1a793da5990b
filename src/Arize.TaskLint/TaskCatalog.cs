using Arize.TaskLint.Documents;

namespace Arize.TaskLint;

/// <summary>
/// Declares tasks of Arize AX in C#: derive a class from it and override <see cref="Declare"/>. A catalog is ordinary C#, with loops, helper
/// methods, conditions and values from the environment. <c>tasklint lint</c> and <c>tasklint check</c> create every catalog that has a
/// constructor without parameters.
/// </summary>
/// <remarks>
/// Fields that are not declared are unmanaged, and not compared; fields that are declared as null must be unset. Texts are literal: unlike in
/// YAML, <c>${VAR}</c> is not filled in. Values that the API does not accept do not throw here; the analyzer and <c>tasklint lint</c> report
/// them. Declarations that are made after <see cref="Declare"/> has returned are lost, so <see cref="Declare"/> must not be <c>async void</c>,
/// and must wait for asynchronous work that declares tasks.
/// </remarks>
public abstract class TaskCatalog
{
    /// <summary>Declares the tasks.</summary>
    /// <param name="tasks">Takes them.</param>
    protected abstract void Declare(TaskCatalogBuilder tasks);

    /// <summary>
    /// The declarations as a task document: JSON on one line, with the source file and line of every value under keys that begin with <c>x-</c>. Runs
    /// <see cref="Declare"/> each time, and does not catch its exceptions.
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
