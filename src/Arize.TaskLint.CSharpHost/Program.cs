namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// Reads declarations in C#, which means that their code is run here, in a process that the command line can end. The answers go to what was
/// standard output when the process started; what user code prints on its console is among them, as such.
/// </summary>
internal static class Program
{
    private const string EndsWithInput = "--ends-with-input";

    private static int Main(string[] args)
    {
        ShownPath.Begin();
        var (stream, parent) = StandardStreams.Take();
        var answers = new AnswerWriter(stream);
        var console = new PrintingWriter(answers.Print);
        if (args is [EndsWithInput, ..])
        {
            args = args[1..];
            EndWith(parent);
        }

        var surroundings = new Surroundings(console);
        // Where an input's code goes to another folder, the next is found all the same.
        string[] paths = [.. args.Select(Path.GetFullPath)];
        for (var i = 0; i < paths.Length; i++)
        {
            answers.Begin(i);
            Read(paths[i], answers, surroundings);
            console.Finish();
        }

        answers.End();
        // Threads that user code left behind end here too.
        Environment.Exit(0);
        return 0;
    }

    private static void Read(string path, AnswerWriter answers, Surroundings surroundings)
    {
        LoadedCode? code = null;
        try
        {
            code = Load(path);
            surroundings.Enter(code);
            var declared = new Catalogs(path, code).Declare();
            foreach (var document in declared.Documents)
                answers.Declare(document);
            answers.NoWarn(code.NoWarn);
            answers.Suppress(code.Sources());
            answers.Lose(declared.Lost);
            answers.Fail(declared.Errors);
        }
        catch (InputException failed)
        {
            answers.Fail(failed.Messages);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            answers.Fail([$"'{ShownPath.Of(path)}' cannot be read: {Failure.OneLine(unreadable.Message)}"]);
        }
        finally
        {
            surroundings.Restore();
            code?.Held?.Dispose();
        }
    }

    private static LoadedCode Load(string path) =>
        ProjectFile.Is(path) ? ProjectFile.Load(path)
        : Path.GetExtension(path).Equals(".cs", StringComparison.OrdinalIgnoreCase) ? CSharpFile.Load(path)
        : AssemblyFile.Load(path);

    // Whoever started this process holds its standard input open, and is gone once it closes; nobody waits for an answer then.
    private static void EndWith(Stream input)
    {
        var watcher = new Thread(() =>
        {
            while (input.ReadByte() >= 0)
            {
            }

            Environment.Exit(1);
        })
        { IsBackground = true };
        watcher.Start();
    }
}
