"""Who stands apart or hangs on little, why as far as is known, and who could introduce them."""
