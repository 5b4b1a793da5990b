using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Rules.Reading;

/// <summary>ATL1016: code that declares tasks after <c>Declare</c> has returned, so that they are not read.</summary>
public sealed class NothingIsLost()
    : ProblemRule<LostDeclaration>("ATL1016", Severity.Error, "C#: async void Declare; what comes after the first await is lost",
        new RuleTraits { IsForCodeOnly = true })
{
    private const string Advice = "wait for it, as with GetAwaiter().GetResult()";

    /// <inheritdoc/>
    protected override string Message(LostDeclaration problem) => problem.Cause switch
    {
        LossCause.AsyncVoid => $"{Named(problem)} is async void, so what it declares after its first await is lost; "
            + "make it void, and wait for asynchronous work with GetAwaiter().GetResult()",
        LossCause.NotAwaited => $"nobody waits for {Named(problem)}, so what it declares after Declare has returned is lost; {Advice}",
        LossCause.Late =>
            $"this is declared when Declare of {Named(problem)} has returned, so it is lost; where asynchronous work declares tasks, {Advice}",
        _ => $"work that Declare of {Named(problem)} starts has not ended when it returns, so what it declares later is lost; {Advice}",
    };

    /// <inheritdoc/>
    protected override bool LosesDeclarations(LostDeclaration problem) => true;

    private static string Named(LostDeclaration problem) => $"'{Excerpt.Of(problem.Subject)}'";
}
