using System.Text;

namespace Arize.TaskLint.Core.Writing;

/// <summary>Writes calls of methods, each on a line of its own, and comments at the ends of lines.</summary>
internal sealed class CSharpCalls
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> scope = new();

    /// <summary>The comment at the end of the line that is being written; null for none.</summary>
    internal string? Comment { get; set; }

    /// <summary>Begins a text anew.</summary>
    /// <param name="parameter">The name that the code around the text uses.</param>
    internal void Begin(string parameter)
    {
        text.Clear();
        scope.Clear();
        scope.Push(parameter);
    }

    /// <summary>Writes code as it is.</summary>
    internal CSharpCalls Append(string code)
    {
        text.Append(code);
        return this;
    }

    /// <summary>Writes the call of a method of what the line before it returns.</summary>
    internal void Call(string method, int column, string arguments = "")
    {
        Line(column);
        text.Append('.').Append(method).Append('(').Append(arguments).Append(')');
    }

    /// <summary>A call whose last argument makes further calls, on lines of their own.</summary>
    internal void Open(string method, int column, string name, string? first, Action<int> calls, string? remark = null)
    {
        var parameter = name;
        for (var i = 2; scope.Contains(parameter); i++)
            parameter = FormattableString.Invariant($"{name}{i}");
        Line(column);
        text.Append('.').Append(method).Append('(').Append(first is null ? "" : first + ", ").Append(parameter).Append(" => ");
        var (body, before) = (text.Length, remark);
        text.Append(parameter);
        Comment = remark;
        scope.Push(parameter);
        calls(column + 4);
        scope.Pop();
        // Nothing of it can be declared: a parameter alone is no statement.
        if (text.Length == body + parameter.Length && Comment == before)
            text.Remove(body, parameter.Length).Append("{ }");
        text.Append(')');
    }

    /// <summary>Writes the comment, behind what closes brackets and the statement.</summary>
    internal void EndLine()
    {
        if (Comment is not null)
            text.Append(" // ").Append(Comment);
        Comment = null;
    }

    /// <summary>Begins a line.</summary>
    internal void Line(int column)
    {
        EndLine();
        text.Append('\n').Append(' ', column);
    }

    /// <summary>The text.</summary>
    public override string ToString() => text.ToString();
}
