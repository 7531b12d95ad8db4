package io.kvns.testing;

import io.kvns.testing.ReplyValue.Aggregate;
import io.kvns.testing.ReplyValue.Attributed;
import io.kvns.testing.ReplyValue.BigNumber;
import io.kvns.testing.ReplyValue.Bulk;
import io.kvns.testing.ReplyValue.Failure;
import io.kvns.testing.ReplyValue.Nil;
import io.kvns.testing.ReplyValue.Real;
import io.kvns.testing.ReplyValue.Status;
import io.kvns.testing.ReplyValue.Truth;
import io.kvns.testing.ReplyValue.Verbatim;
import io.kvns.testing.ReplyValue.Whole;

/** Says in terms of RESP2 what a reply in RESP3 says; all nulls become one. */
final class InResp2
{
    private static final ReplyValue NULL = new Nil(Nil.Form.NULL);

    private InResp2()
    {
    }

    static ReplyValue of(ReplyValue reply)
    {
        return switch (reply) {
            case Nil _ -> NULL;
            case Real(String digits) -> ReplyValue.bulk(digits);
            case BigNumber(String digits) -> ReplyValue.bulk(digits);
            case Truth(boolean value) -> ReplyValue.integer(value ? 1 : 0);
            case Verbatim verbatim -> new Bulk(verbatim.content());
            case Attributed attributed -> of(attributed.value());
            case Aggregate aggregate -> new Aggregate(Aggregate.Kind.ARRAY, aggregate.elements().stream().map(InResp2::of).toList());
            case Status _, Failure _, Whole _, Bulk _ -> reply;
        };
    }
}
