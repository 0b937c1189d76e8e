"""The panels beside the stage: who is here, how the streams do, what happened."""
