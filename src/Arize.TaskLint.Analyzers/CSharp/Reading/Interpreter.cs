using Arize.TaskLint.Core.Model;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp.Reading;

/// <summary>
/// Follows a body of code in the order in which it runs, and notes what it does to builders. Nothing is run: conditions whose value is not
/// constant lead both ways, and what cannot be followed makes values unknown and builders incomplete, so that no rule reports them.
/// </summary>
/// <remarks>The work is done by its parts, which call one another through it.</remarks>
internal sealed class Interpreter
{
    internal Interpreter(
        BuilderVocabulary vocabulary,
        SyntaxFiles files,
        Bodies bodies,
        SyntaxNode code,
        bool isHalfTyped,
        CallMap calls,
        CancellationToken cancellation)
    {
        Vocabulary = vocabulary;
        Files = files;
        Bodies = bodies;
        Code = code;
        IsHalfTyped = isHalfTyped;
        CallMap = calls;
        State = new ExecutionState(cancellation);
        Nodes = new ValueNodes(files);
        DraftValues = new DraftValues(files, Nodes);
        Statements = new StatementRunner(this);
        Branches = new BranchRunner(this);
        Expressions = new ExpressionReader(this);
        Conditionals = new ConditionalReader(this);
        Patterns = new PatternReader(this);
        Variables = new VariableStore(this);
        Members = new MemberReader(this);
        Creations = new CreationReader(this);
        Calls = new CallReader(this);
        Functions = new FunctionRunner(this);
        BuilderCalls = new BuilderCallReader(this);
        Drafts = new DraftBuilder(this);
        Escapes = new Escapes(this);
    }

    internal BuilderVocabulary Vocabulary { get; }

    internal SyntaxFiles Files { get; }

    internal Bodies Bodies { get; }

    /// <summary>The code whose body is followed.</summary>
    internal SyntaxNode Code { get; }

    /// <summary>Whether the code does not compile yet.</summary>
    internal bool IsHalfTyped { get; }

    /// <summary>The calls of builders that were reached.</summary>
    internal CallMap CallMap { get; }

    internal ExecutionState State { get; }

    internal StatementRunner Statements { get; }

    internal BranchRunner Branches { get; }

    internal ExpressionReader Expressions { get; }

    internal ConditionalReader Conditionals { get; }

    internal PatternReader Patterns { get; }

    internal VariableStore Variables { get; }

    internal MemberReader Members { get; }

    internal CreationReader Creations { get; }

    internal Escapes Escapes { get; }

    internal CallReader Calls { get; }

    internal FunctionRunner Functions { get; }

    internal BuilderCallReader BuilderCalls { get; }

    internal DraftBuilder Drafts { get; }

    internal DraftValues DraftValues { get; }

    internal ValueNodes Nodes { get; }

    /// <summary>The calls that declare tasks and that were reached.</summary>
    internal HashSet<SyntaxNode> SeenRoots { get; } = [];

    /// <summary>The tasks that the body declares, and those that it changes without declaring them.</summary>
    internal List<ReadTask> Tasks { get; } = [];

    /// <summary>The values that the catalog's space is set to for sure.</summary>
    internal List<Entry> Spaces { get; } = [];

    /// <summary>Whether code that could not be followed may set the catalog's space.</summary>
    internal bool MayGiveSpace { get; set; }

    /// <summary>Follows the body.</summary>
    /// <param name="owner">The method that it is of, or null.</param>
    /// <param name="roots">The calls in it that declare tasks; the functions around those that were not reached are followed afterwards.</param>
    internal void Follow(IOperation body, ISymbol? owner, IReadOnlyList<IOperation> roots)
    {
        State.Scope = new Scope(new BodyFacts(body, Vocabulary), new ThisValue());
        foreach (var parameter in owner is IMethodSymbol method ? method.Parameters : Enumerable.Empty<IParameterSymbol>())
        {
            if (Vocabulary.IsCatalogBuilder(parameter.Type))
                State.Scope.Variables[parameter] = new CatalogBuilderValue();
        }

        Statements.Run(body);
        foreach (var value in State.Returned)
            Escapes.Escape(value, null);
        State.Region = new Region();
        foreach (var root in roots)
        {
            if (!SeenRoots.Contains(root.Syntax) && BodyFacts.FunctionOf(root) is { } function)
                Functions.RunUnknown(function);
        }
    }
}
