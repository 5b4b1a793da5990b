namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// Reads declarations in C#, which means that their code is run here, in a process that the command line can end. The answers go to standard
/// output; what user code prints is among them, as such.
/// </summary>
internal static class Program
{
    private const string EndsWithInput = "--ends-with-input";

    private static int Main(string[] args)
    {
        var answers = new AnswerWriter(Console.OpenStandardOutput());
        var console = new PrintingWriter(answers.Print);
        if (args is [EndsWithInput, ..])
        {
            args = args[1..];
            EndWithInput();
        }

        Console.SetIn(TextReader.Null);
        Console.SetOut(console);
        Console.SetError(console);
        for (var i = 0; i < args.Length; i++)
        {
            answers.Begin(i);
            Read(Path.GetFullPath(args[i]), answers);
            console.Finish();
        }

        answers.End();
        // Threads that user code left behind end here too.
        Environment.Exit(0);
        return 0;
    }

    private static void Read(string path, AnswerWriter answers)
    {
        try
        {
            var code = Load(path);
            foreach (var document in new Catalogs(path, code.Assembly).Documents())
                answers.Declare(document);
            answers.Suppress(code.Suppressions());
        }
        catch (InputException failed)
        {
            answers.Fail(failed.Messages);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            answers.Fail([$"'{ShownPath.Of(path)}' cannot be read: {Failure.OneLine(unreadable.Message)}"]);
        }
    }

    private static LoadedCode Load(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CS" => CSharpFile.Load(path),
        ".CSPROJ" => ProjectFile.Load(path),
        _ => AssemblyFile.Load(path),
    };

    // Whoever started this process holds its standard input open, and is gone once it closes; nobody waits for an answer then.
    private static void EndWithInput()
    {
        var input = Console.OpenStandardInput();
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
