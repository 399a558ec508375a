using System.Text;
using IntercomRag.Core.Intercom.Webhooks;

namespace IntercomRag.Core.Tests.Intercom.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "the client secret of a test";

    private static readonly byte[] s_body = Encoding.UTF8.GetBytes("""{"topic":"ping","note":"déjà vu"}""");

    /// <summary>Computed with another implementation: <c>printf '%s' BODY | openssl dgst -sha1 -hmac SECRET</c>.</summary>
    private const string Signature = "sha1=83f7f81231946da3a4200d9ebd441ce23e0dbe39";

    [Fact]
    public void Compute_KnownBody_GivesTheKnownSignature() => WebhookSignature.Compute(s_body, Secret).ShouldBe(Signature);

    [Fact]
    public void IsValid_OwnSignature_Holds() => WebhookSignature.IsValid(Signature, s_body, Secret).ShouldBeTrue();

    [Fact]
    public void IsValid_AnyByteOfTheBodyChanged_Fails()
    {
        for (var index = 0; index < s_body.Length; index++)
        {
            var changed = (byte[])s_body.Clone();
            changed[index] ^= 1;

            WebhookSignature.IsValid(Signature, changed, Secret).ShouldBeFalse($"byte {index}");
        }
    }

    [Fact]
    public void IsValid_AnyCharacterOfTheHeaderChanged_Fails()
    {
        for (var index = 0; index < Signature.Length; index++)
        {
            var changed = Signature.ToCharArray();
            changed[index] = changed[index] == '0' ? '1' : '0';

            WebhookSignature.IsValid(new string(changed), s_body, Secret).ShouldBeFalse($"character {index}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha1=")]
    public void IsValid_NothingToCompare_Fails(string? header) => WebhookSignature.IsValid(header, s_body, Secret).ShouldBeFalse();

    [Fact]
    public void IsValid_SurroundedByMore_Fails()
    {
        WebhookSignature.IsValid(Signature + " ", s_body, Secret).ShouldBeFalse();
        WebhookSignature.IsValid(Signature + "," + Signature, s_body, Secret).ShouldBeFalse();
        WebhookSignature.IsValid(Signature.ToUpperInvariant(), s_body, Secret).ShouldBeFalse();
    }
}
