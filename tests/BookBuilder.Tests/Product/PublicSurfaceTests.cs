using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace BookBuilder.Tests.Product;

/// <summary>What users of the library can see, as one text that is read before it changes: docs/public-surface.txt.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly[] Rooms =
    [
        typeof(BookBuilder.Building.BookCompiler).Assembly, typeof(BookBuilder.Model.Blocks.Book).Assembly, typeof(BookBuilder.Mathematics.TexReader).Assembly,
        typeof(BookBuilder.Markdown.MarkdownReader).Assembly, typeof(BookBuilder.Fonts.FontLibrary).Assembly, typeof(BookBuilder.Graphics.PictureReader).Assembly,
        typeof(BookBuilder.Typesetting.BookComposer).Assembly, typeof(BookBuilder.Pdf.PdfDocument).Assembly, typeof(BookBuilder.Epub.EpubPublication).Assembly,
        typeof(BookBuilder.Parity.BookParity).Assembly,
    ];

    [Fact]
    public void The_public_surface_is_the_one_that_was_read()
    {
        string path = Path.Combine(Repository.Root, "docs/public-surface.txt");
        string surface = string.Concat(Rooms.Select(Describe));
        if (Environment.GetEnvironmentVariable("BOOKBUILDER_ACCEPT") == "1") File.WriteAllText(path, surface);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), surface);
    }

    [Fact]
    public void Nothing_static_can_change()
    {
        IEnumerable<string> changing = Rooms.SelectMany(r => r.GetTypes())
            .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.FullName!.Contains('<', StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsLiteral && !f.IsInitOnly && !f.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(f => $"{f.DeclaringType!.FullName}.{f.Name}");
        Assert.Empty(changing);
    }

    private static string Describe(Assembly room)
    {
        var text = new StringBuilder($"# {room.GetName().Name}\n\n");
        foreach (Type type in room.GetExportedTypes().Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal)).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type, isWhole: true)).Append(Above(type)).Append('\n');
            foreach (string member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(m => Member(type, m)).OfType<string>().Distinct().Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }
        return text.Append('\n').ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type is { IsSealed: true, IsValueType: false } ? "sealed " : "")
            + (type.GetMethod("<Clone>$") is not null ? "record" : type.IsValueType ? "struct" : "class");

    private static string Above(Type type)
    {
        if (type.IsEnum || type.IsValueType) return "";
        string[] above = [.. type.BaseType is { } b && b != typeof(object) ? [Name(b)] : Array.Empty<string>(), .. type.GetInterfaces().Where(i => !i.Name.StartsWith("IEquatable", StringComparison.Ordinal)).Select(i => Name(i)).Order(StringComparer.Ordinal)];
        return above.Length == 0 ? "" : " : " + string.Join(", ", above);
    }

    // What the compiler gives every record says nothing about it.
    private static string? Member(Type type, MemberInfo member) => member switch
    {
        _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not PropertyInfo => null,
        FieldInfo { IsPublic: true } f when type.IsEnum => f.IsLiteral ? $"{f.Name} = {Convert.ToInt64(f.GetRawConstantValue())}" : null,
        FieldInfo { IsPublic: true } f => $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}",
        PropertyInfo { Name: not "EqualityContract" } p when Seen(p.GetMethod) || Seen(p.SetMethod) =>
            $"{Reach(p.GetMethod)}{Name(p.PropertyType)} {p.Name}{Parameters(p.GetIndexParameters(), '[', ']')} {{ {(Seen(p.GetMethod) ? "get; " : "")}{(Seen(p.SetMethod) ? IsInit(p.SetMethod!) ? "init; " : "set; " : "")}}}",
        ConstructorInfo c when Seen(c) && !IsCopying(type, c) => $"new{Parameters(c.GetParameters(), '(', ')')}",
        MethodInfo { Name: not ("Deconstruct" or "ToString" or "GetHashCode" or "Equals" or "PrintMembers") } m when Seen(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) && !m.Name.Contains('<', StringComparison.Ordinal) =>
            $"{Reach(m)}{Name(m.ReturnType)} {m.Name}{(m.IsGenericMethod ? "<" + string.Join(", ", m.GetGenericArguments().Select(a => a.Name)) + ">" : "")}{Parameters(m.GetParameters(), '(', ')')}",
        EventInfo e => $"event {e.Name}",
        _ => null,
    };

    private static bool IsCopying(Type type, ConstructorInfo constructor) => constructor.GetParameters() is [{ } only] && only.ParameterType == type;

    private static bool Seen(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Reach(MethodBase? method) =>
        method is null ? "" : (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "") + (method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : "");

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Parameters(ParameterInfo[] parameters, char open, char close) => parameters.Length == 0 && open == '[' ? ""
        : open + string.Join(", ", parameters.Select(p => $"{(p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : "")}{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? "?" : "")}")) + close;

    private static string Name(Type type, bool isWhole = false)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";
        if (type.IsGenericParameter) return type.Name;
        string name = isWhole ? type.FullName! : type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(a => Name(a)))}>";
    }
}
