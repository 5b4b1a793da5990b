using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>The purpose of a parameter of a builder's method.</summary>
internal readonly struct ParameterMeaning
{
    private ParameterMeaning(ParameterUse use, string? field) => (Use, Field) = (use, field);

    internal ParameterUse Use { get; }

    /// <summary>The field of the inner mapping that it sets, or null.</summary>
    internal string? Field { get; }

    /// <summary>Reads the attributes of a parameter.</summary>
    internal static ParameterMeaning Read(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "CallerFilePathAttribute" or "CallerLineNumberAttribute":
                    return new ParameterMeaning(ParameterUse.Caller, null);
                case "TaskFieldAttribute" when attribute.ConstructorArguments is [{ Value: string name }, ..]:
                    return new ParameterMeaning(ParameterUse.Value, name);
            }
        }

        return default;
    }
}

/// <summary>The purpose of a parameter.</summary>
internal enum ParameterUse
{
    /// <summary>Its argument is a value.</summary>
    Value,

    /// <summary>Its argument is the place of the call.</summary>
    Caller,
}
