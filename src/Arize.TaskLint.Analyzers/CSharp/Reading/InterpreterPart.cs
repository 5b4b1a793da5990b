using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>Base class of the parts of the interpreter. They call one another and share its state.</summary>
internal abstract class InterpreterPart(Interpreter interpreter)
{
    protected Interpreter Interpreter => interpreter;

    protected ExecutionState State => interpreter.State;

    protected BuilderVocabulary Vocabulary => interpreter.Vocabulary;

    protected SyntaxFiles Files => interpreter.Files;

    protected ValueNodes Nodes => interpreter.Nodes;

    protected BranchRunner Branches => interpreter.Branches;

    /// <summary>Evaluates an expression.</summary>
    protected Value Read(IOperation? expression) => interpreter.Expressions.ReadExpression(expression);

    /// <inheritdoc cref="Escapes.Escape"/>
    protected void Escape(Value value, IOperation? at) => interpreter.Escapes.Escape(value, at);

    /// <inheritdoc cref="Escapes.Lost"/>
    protected UnknownValue Lost(IReadOnlyList<Value> values, IOperation at) => interpreter.Escapes.Lost(values, at);
}
