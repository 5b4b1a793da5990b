namespace Arize.TaskLint.CSharpHost;

/// <summary>A place where tasks are declared when nobody reads them any more.</summary>
/// <param name="Cause">Why, as the command line names it.</param>
/// <param name="Subject">The method, or the catalog.</param>
/// <param name="File">The file, as the compiler knew it; empty where it is not known.</param>
/// <param name="Line">The line, from 1; 0 where it is not known.</param>
internal sealed record Lost(string Cause, string Subject, string File, int Line)
{
    /// <summary>A method is <c>async void</c>.</summary>
    internal const string AsyncVoid = "AsyncVoid";

    /// <summary>A builder was called when <c>Declare</c> had returned.</summary>
    internal const string Late = "Late";

    /// <summary>Work that <c>Declare</c> started goes on.</summary>
    internal const string Unfinished = "Unfinished";
}
