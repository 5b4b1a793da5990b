namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// Reads declarations in C#. Their code is run in this process, which the command line can end. The answers go to the stream that was standard output
/// when the process started; text that user code prints on its console is part of them, marked as such.
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
        // The code of an input may change the current folder, so the paths are made absolute first.
        string[] paths = [.. args.Select(Path.GetFullPath)];
        for (var i = 0; i < paths.Length; i++)
        {
            answers.Begin(i);
            Read(paths[i], answers, surroundings);
            console.Finish();
        }

        answers.End();
        // This also ends threads that user code left running.
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

    // The parent process holds standard input open. If it closes, the parent has ended and needs no answer.
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
