using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Reading;
using Arize.TaskLint.Core.Suppressions;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Documents;

/// <summary>Reads declarations from YAML, which JSON is a part of.</summary>
/// <param name="variables">The value of an environment variable, or null if it is not set.</param>
/// <param name="secret">A text that is removed from all values; null if there is none.</param>
public sealed class DeclarationReader(Func<string, string?> variables, Secret? secret = null)
{
    private readonly Binder binder = new();

    /// <summary>Whether a long text is parsed on a second thread while its tasks are bound; what is read is the same.</summary>
    public bool ParsesAhead { get; init; }

    /// <summary>Reads a file's content.</summary>
    /// <param name="path">The name of the file in results.</param>
    /// <param name="bytes">UTF-8 with or without a byte order mark, or UTF-16 with one.</param>
    public TaskDocument Read(string path, byte[] bytes)
    {
        var file = SourceText.Decode(path, bytes, out var problem);
        return problem is null ? Read(file) : new TaskDocument(file, [], [problem]);
    }

    /// <summary>The result for a file over <see cref="SourceText.MaximumBytes"/>: no tasks, and one problem.</summary>
    /// <param name="path">The name of the file in results.</param>
    public static TaskDocument TooLarge(string path)
    {
        var file = new SourceFile(path, "");
        return new TaskDocument(file, [], [new Unreadable(new Place(file, 0, 0), SourceText.TooLarge)]);
    }

    /// <summary>
    /// Reads a text: a mapping with <c>tasks</c>, a list of tasks or a single task, in one document or several. A text that is not valid YAML
    /// declares nothing; the valid parts of a task with errors are read.
    /// </summary>
    public TaskDocument Read(SourceFile file)
    {
        var tasks = new List<TaskDeclaration>();
        var suppressions = new List<Suppression>();
        var problems = Read(file, tasks.Add, suppressions.Add, out var isReadable);
        return new TaskDocument(file, isReadable ? tasks : [], problems) { Suppressions = suppressions };
    }

    /// <summary>Reads a document whose tree was made by code. Its texts are literal; no variables are filled in.</summary>
    /// <param name="file">The file that represents the document.</param>
    public TaskDocument Read(SourceFile file, Node root)
    {
        var tasks = new List<TaskDeclaration>();
        var problems = new List<Problem>();
        new OpenDocument(binder, isJson: false, tasks.Add, problems, isCode: true).TakeRoot(root);
        return new TaskDocument(file, tasks, problems);
    }

    /// <summary>Reads a text, and passes on each task as soon as it has been read. Returns the problems outside of tasks.</summary>
    /// <param name="takeSuppression">Takes what comments suppress; those of a text that is not valid YAML suppress nothing.</param>
    /// <param name="isReadable">False if the text is not valid YAML: what was handed on then is ignored.</param>
    public IReadOnlyList<Problem> Read(SourceFile file, Action<TaskDeclaration> take, Action<Suppression> takeSuppression, out bool isReadable)
    {
        var problems = new List<Problem>();
        if (SourceText.FindNul(file) is { } nul)
        {
            isReadable = false;
            return [nul];
        }

        var document = new OpenDocument(binder, ApiAnswer.IsJson(file), take, problems);
        isReadable = YamlTreeReader.Read(file, variables, secret, problems, document.TakeRoot, document.TakeTask, ParsesAhead);
        if (isReadable && document.IsNothing && problems.Count == 0)
            problems.Add(new Unreadable(new Place(file, 0, 0), "the file declares nothing: it is empty, or has only comments") { IsEmpty = true });
        if (isReadable)
            new SuppressionReader(file, problems.Add).Read(takeSuppression);
        return problems;
    }
}
